import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Unfinished } from '../../../protocol/parked';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { textField } from '../../components/text-field';
import { clockContext } from '../../contexts/clock';
import { mayReadNow } from '../../contexts/may-read';
import { schoolTime, sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { showElevate } from '../../dialogs/elevate/show-elevate';
import { go } from '../../router';
import { dayAndTime } from '../../strings/times';
import { unfinished as words } from '../../strings/unfinished';

/** Records that somebody began and did not send, for the leads: who, since when, where. None: nothing shows. */
@customElement('heed-unfinished-card')
export class HeedUnfinishedCard extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  /** Moves by itself, so that what may be opened now can be. */
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _clock: number | undefined;
  @state() private _count = 0;
  @state() private _drafts: readonly Unfinished[] = [];
  /** The one that is about to be opened. */
  @state() private _asked = '';
  @state() private _error = '';
  @state() private _busy = false;
  private _readFor = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._readFor = '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const session = this._session?.session;
    const watches = session?.may.includes('parked.watch') ?? false;
    const reads = this._session !== undefined && mayReadNow(this._session);
    const now = session && watches ? `${session.staffId} ${String(reads)}` : '';
    if (now === this._readFor) return;
    this._readFor = now;
    this._forget();
    if (now !== '') void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._count === 0) return nothing;
    return html`<section class="card unfinished">
      <div class="waiting-alerts">
        <span class="round-icon">${icon('pencil-line')}</span>
        <h2>${words.title(this._count)}</h2>
        ${this._drafts.length > 0
          ? nothing
          : html`<button type="button" class="button" @click=${() => void showElevate()}>
              ${icon('key-round')}${words.elevate}
            </button>`}
      </div>
      <ul class="rows">
        ${this._drafts.map((draft) => html`<li>${this._renderDraft(draft)}</li>`)}
      </ul>
    </section>`;
  }

  private _renderDraft(draft: Unfinished): TemplateResult {
    const said = sentence(draft);
    const mayOpen = Date.parse(draft.opensAt) <= schoolTime(this._session, this._clock);
    return html`<div class="row apart">
        <div class="grow">
          <p><strong>${said}</strong></p>
          <p class="hint">${mayOpen ? openable(draft) : notYet(draft)}</p>
        </div>
        ${mayOpen && this._asked !== draft.id
          ? html`<button
              type="button"
              class="button"
              aria-label=${`${words.open}: ${said}`}
              @click=${() => this._ask(draft.id)}
            >
              ${words.open}
            </button>`
          : nothing}
      </div>
      ${this._asked === draft.id ? this._renderWhy(draft) : nothing}`;
  }

  private _renderWhy({ id, author }: Unfinished): TemplateResult {
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => void this._open(event, id)}>
      ${textField({
        id: 'why-open',
        label: words.why,
        hint: words.whyHint(author !== null),
        value: '',
        error: this._error,
        typed: () => undefined,
      })}
      <div class="row">
        <button type="submit" class="button primary" ?disabled=${this._busy}>${words.openIt}</button>
        <button type="button" class="button" @click=${() => this._ask('')}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private _ask(id: string): void {
    this._asked = id;
    this._error = '';
    if (id !== '')
      void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('#why-open')?.focus());
  }

  /** It has become a record to check: its words are read there. */
  private async _open(event: SubmitEvent, id: string): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement).get('why-open');
    const reason = typeof typed === 'string' ? typed.trim() : '';
    if (reason === '') {
      this._error = words.needed;
      return;
    }
    this._busy = true;
    try {
      await call('openUnfinished', { params: { id }, body: { reason } });
      // Whoever has gone somewhere else meanwhile stays there.
      if (this.isConnected) await go('/admin/quarantine');
    } catch (fault) {
      this._error = asCallFault(fault).title;
    } finally {
      this._busy = false;
    }
  }

  private _forget(): void {
    this._count = 0;
    this._drafts = [];
    this._ask('');
  }

  private async _read(): Promise<void> {
    const readFor = this._readFor;
    try {
      const { count, drafts } = await call('listUnfinished');
      if (this._readFor !== readFor) return;
      this._count = count;
      this._drafts = drafts;
    } catch {
      // Home says what it knows; it is asked again at the next visit.
    }
  }
}

function sentence({ author, beganAt, device }: Unfinished): string {
  return words.began(author?.name ?? words.nobody, author?.left ?? false, timeOf(beganAt), device);
}

function openable({ author }: Unfinished): string {
  return author === null || author.left ? words.nobodyGoesOn : words.mayOpen;
}

function notYet({ author, opensAt }: Unfinished): string {
  return author === null ? words.opensLater(timeOf(opensAt)) : words.stillTheirs(timeOf(opensAt));
}

const timeOf = (at: string): string => dayAndTime(Date.parse(at), Date.now());

declare global {
  interface HTMLElementTagNameMap {
    'heed-unfinished-card': HeedUnfinishedCard;
  }
}
