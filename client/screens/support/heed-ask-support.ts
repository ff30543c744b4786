import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LONGEST_ASKED, type Asked } from '../../../protocol/support';
import type { SupportReport } from '../../../protocol/support-report';
import { supportSubject, supportText } from '../../../protocol/words/support';
import { download } from '../../components/download';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { textAreaField } from '../../components/text-area-field';
import { connectivityContext, type Connectivity } from '../../contexts/connectivity';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { keptSupport } from '../../data/support';
import { support as words } from '../../strings/support';
import { newSupportReference } from './new-reference';

/** A box for words, the whole of what support would get, and the ways to pass it on. It fires `support-asked`. */
@customElement('heed-ask-support')
export class HeedAskSupport extends LitElement {
  @property({ attribute: false }) report: SupportReport | null = null;
  @property({ attribute: false }) loggedIn = false;
  @consume({ context: connectivityContext, subscribe: true })
  @state()
  private _connectivity: Connectivity | undefined;
  @state() private _words = '';
  @state() private _answer = false;
  /** One's own address, where the school has said it. */
  @state() private _address: string | null = null;
  /** The server has no mail server: what it "mails" reaches nobody. */
  @state() private _noMail = false;
  @state() private _fault = '';
  @state() private _done = '';
  @state() private _busy = false;
  private _reference = newSupportReference();
  private _madeAt = new Date().toISOString();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('loggedIn') && this.loggedIn) void this._ask();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    return html`<section class="card stack roomy" aria-label=${words.write}>
      <h2>${words.write}</h2>
      ${this._done === '' ? this._renderForm(report) : this._renderDone()}
    </section>`;
  }

  private _renderDone(): TemplateResult {
    return html`<heed-notice tone="ok" role="status">${this._done}</heed-notice>
      <p><button type="button" class="button" @click=${this._again}>${words.another}</button></p>`;
  }

  private _renderForm(report: SupportReport): TemplateResult {
    return html`${textAreaField({
        id: 'support-words',
        label: words.words,
        hint: words.writeHint,
        value: this._words,
        typed: (typed) => (this._words = typed),
        most: LONGEST_ASKED,
        rows: 4,
      })}
      <p class="line-with-icon">${icon('triangle-alert')}<strong>${words.noNames}</strong></p>
      ${this._renderAnswer()}
      <div>
        <h3>${words.look}</h3>
        <p class="hint">${words.lookHint}</p>
        <pre class="support-text" tabindex="0" aria-label=${words.look}>${this._text(report)}</pre>
      </div>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${this._renderWays(report)}`;
  }

  private _renderAnswer(): TemplateResult | typeof nothing {
    if (this._address === null) return nothing;
    return html`<label class="check"
      ><input
        type="checkbox"
        autocomplete="off"
        .checked=${this._answer}
        @change=${(event: Event) => (this._answer = (event.target as HTMLInputElement).checked)}
      /><span>${words.answer(this._address)}<small class="hint">${words.answerHint}</small></span></label
    >`;
  }

  private _renderWays(report: SupportReport): TemplateResult {
    const to = keptSupport()?.email ?? null;
    const why = this._whyNot(to);
    return html`${why === null ? nothing : html`<p class="hint">${why}</p>`}
      <div class="row">
        ${why === null
          ? html`<button
              type="button"
              class="button primary"
              ?disabled=${this._busy}
              @click=${() => void this._send(report)}
            >
              ${icon('send')}${words.send}
            </button>`
          : nothing}
        <button
          type="button"
          class="button ${why === null ? '' : 'primary'}"
          ?disabled=${this._busy}
          @click=${() => void this._save(report)}
        >
          ${icon('download')}${words.saveFile}
        </button>
        ${to === null || why === null ? nothing : this._renderMailTo(to, report)}
      </div>`;
  }

  private _renderMailTo(to: string, report: SupportReport): TemplateResult {
    const query = `subject=${encodeURIComponent(supportSubject(this._reference))}&body=${encodeURIComponent(this._text(report))}`;
    return html`<a class="button" href=${`mailto:${to}?${query}`}>${icon('mail')}${words.mailIt}</a>`;
  }

  /** Why it cannot be sent from here; null: it can. */
  private _whyNot(to: string | null): string | null {
    if (this._connectivity === 'unreached') return words.cannotSend.offline;
    if (!this.loggedIn) return words.cannotSend.outside;
    if (this._noMail) return words.cannotSend.noMail;
    return to === null ? words.cannotSend.nobody : null;
  }

  private _asked(report: SupportReport): Asked {
    return { reference: this._reference, madeAt: this._madeAt, words: this._words.trim(), report };
  }

  private _text(report: SupportReport): string {
    return supportText(this._asked(report), this._answer ? this._address : null);
  }

  private async _send(report: SupportReport): Promise<void> {
    await this._do(async () => {
      await this._tell(report, 'mail');
      return words.sent(this._reference);
    });
  }

  /** The file first: whether the school hears of it is not what the person waits for. */
  private async _save(report: SupportReport): Promise<void> {
    download(words.fileName(this._reference), 'text/plain', this._text(report));
    await this._do(async () => {
      if (this.loggedIn && this._connectivity !== 'unreached')
        await this._tell(report, 'file').catch(() => undefined);
      return words.saved(this._reference);
    });
  }

  private async _tell(report: SupportReport, way: 'mail' | 'file'): Promise<void> {
    await call('askSupport', { body: { asked: this._asked(report), way, answer: this._answer } });
    fire(this, 'support-asked');
  }

  private async _do(deed: () => Promise<string>): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      this._done = await deed();
      announce(this._done);
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }

  private readonly _again = (): void => {
    this._reference = newSupportReference();
    this._madeAt = new Date().toISOString();
    [this._words, this._done, this._fault] = ['', '', ''];
  };

  /** What the form needs of the school: one's own address, and whether mail goes out. */
  private async _ask(): Promise<void> {
    const [details, place] = await Promise.allSettled([call('readDetails'), call('readPlace')]);
    // Without an answer the request goes without an address, and the way is offered.
    if (details.status === 'fulfilled') this._address = details.value.email;
    if (place.status === 'fulfilled') this._noMail = !place.value.mailWorks;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-ask-support': HeedAskSupport;
  }
  interface HTMLElementEventMap {
    'support-asked': CustomEvent<undefined>;
  }
}
