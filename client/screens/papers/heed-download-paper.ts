import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { asCallFault } from '../../data/call-fault';
import { fetchPaper, type PaperAsked } from '../../data/papers';
import { FetchToSave } from '../../files/fetch-to-save';
import { papers as words } from '../../strings/papers';

/** One way in which a paper can be asked for. */
export interface PaperChoice {
  label: string;
  hint: string;
  asked: PaperAsked;
}

/** A button that fetches a paper while the school makes it, says how far it is, and can be stopped. */
@customElement('heed-download-paper')
export class HeedDownloadPaper extends LitElement {
  /** with more than one, the button asks which */
  @property({ attribute: false }) choices: readonly PaperChoice[] = [];
  /** as small as the buttons beside it */
  @property({ type: Boolean }) small = false;
  @state() private _choosing = false;
  @state() private _chosen = 0;
  /** bytes that have come; null: nothing is being made */
  @state() private _bytes: number | null = null;
  @state() private _said = '';
  @state() private _fault = '';
  private readonly _fetching = new FetchToSave(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    if (this._bytes !== null) return this._renderMaking(this._bytes);
    return html`<button
        type="button"
        class="button ${this.small ? 'small' : ''} no-print"
        aria-haspopup=${this.choices.length > 1 ? 'dialog' : nothing}
        @click=${this._press}
      >
        ${icon('download')}${words.download}
      </button>
      ${this._choosing ? this._renderChoices() : nothing}
      ${this._said === '' ? nothing : html`<p class="hint no-print">${this._said}</p>`}
      ${this._fault === ''
        ? nothing
        : html`<heed-notice class="no-print" tone="danger" role="alert">${this._fault}</heed-notice>`}`;
  }

  private _renderMaking(bytes: number): TemplateResult {
    return html`<div class="row no-print">
      <p class="hint">${bytes === 0 ? words.preparing : words.making(words.amount(bytes))}</p>
      <button type="button" class="button small" @click=${this._cancel}>${words.cancel}</button>
    </div>`;
  }

  private _renderChoices(): TemplateResult {
    return html`<heed-dialog open .heading=${words.download} @dialog-closed=${this._close}>
      <div class="stack roomy">
        <fieldset>
          <legend class="label">${words.which}</legend>
          ${this.choices.map(
            ({ label, hint }, at) =>
              html`<label class="check"
                ><input
                  type="radio"
                  name="paper-names"
                  .checked=${at === this._chosen}
                  @change=${() => (this._chosen = at)}
                /><span>${label}<br /><span class="hint">${hint}</span></span></label
              >`,
          )}
        </fieldset>
        <div class="button-pair">
          <button type="button" class="button" @click=${this._close}>${words.cancel}</button>
          <button type="button" class="button primary" @click=${() => void this._fetch()}>
            ${words.begin}
          </button>
        </div>
      </div>
    </heed-dialog>`;
  }

  private readonly _press = (): void => {
    if (this.choices.length > 1) this._choosing = true;
    else void this._fetch();
  };

  private readonly _close = (): void => {
    this._choosing = false;
  };

  private readonly _cancel = (): void => {
    this._fetching.stop();
  };

  private async _fetch(): Promise<void> {
    const choice = this.choices[this._chosen];
    if (!choice || this._bytes !== null) return;
    [this._choosing, this._bytes, this._said, this._fault] = [false, 0, '', ''];
    announce(words.preparing);
    try {
      const paper = await this._fetching.save((signal) =>
        fetchPaper(choice.asked, (bytes) => (this._bytes = bytes), signal),
      );
      this._say(paper ? words.saved(paper.name) : words.cancelled);
    } catch (thrown) {
      this._fault = faultWords(thrown);
    }
    this._bytes = null;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  private _say(words: string): void {
    this._said = words;
    announce(words);
  }
}

/** The school's own words, or that it ended in the middle. */
function faultWords(thrown: unknown): string {
  const { code, title } = asCallFault(thrown);
  return code === 'unreachable' ? words.broken : title;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-download-paper': HeedDownloadPaper;
  }
}
