import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import '../../components/heed-dialog';
import '../../components/heed-notice';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault } from '../../data/call-fault';
import { addAction } from '../../data/concerns';
import { action as words } from '../../strings/inbox';
import { focusIn } from '../host';
import type { KeptAction } from './kept-text';

const FIELD = 'action-text';

/** One text. It is refused only when empty; a send that failed can be pressed again and adds once. */
@customElement('heed-add-action-dialog')
export class HeedAddActionDialog extends LitElement {
  @property() concernId = '';
  @property({ attribute: false }) begun: KeptAction = { actionId: '', text: '', interrupted: false };
  @property({ attribute: false }) answer: (added: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _error = '';
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, `#${FIELD}`);
  }

  /** Full access has ended: what is written about a child may not stay on the screen. */
  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this._session && !mayReadNow(this._session)) this._interrupt();
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.title} @dialog-closed=${() => this.answer(null)}>
      <form class="stack roomy" novalidate @submit=${(event: Event) => void this._submit(event)}>
        ${this._fault === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${words.notAdded(this._fault)}</heed-notice>`}
        <div class=${this._error === '' ? '' : 'invalid'}>
          <label class="label" for=${FIELD}>${words.label}</label>
          ${hintPart(FIELD, words.hint)} ${errorPart(FIELD, this._error)}
          <textarea
            class="textarea grows"
            id=${FIELD}
            rows="4"
            maxlength="20000"
            autocomplete="off"
            aria-invalid=${this._error === '' ? nothing : 'true'}
            aria-describedby=${describedBy(FIELD, words.hint, this._error)}
            .value=${this.begun.text}
            @input=${this._typed}
          ></textarea>
        </div>
        <div class="button-pair">
          <button type="button" class="button" @click=${this._giveUp}>${words.cancel}</button>
          <button type="submit" class="button primary" aria-disabled=${this._busy}>${words.save}</button>
        </div>
        <p class="hint">${words.kept}</p>
      </form>
    </heed-dialog>`;
  }

  private readonly _typed = (event: Event): void => {
    this.begun.text = (event.target as HTMLTextAreaElement).value;
    this._error = '';
  };

  private readonly _giveUp = (): void => {
    this.begun.text = '';
    this.answer(null);
  };

  private _interrupt(): void {
    this.begun.interrupted = true;
    this.answer(null);
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._fault = '';
    if (this.begun.text.trim() === '') {
      this._error = words.empty;
      focusIn(this, `#${FIELD}`);
      return;
    }
    this._busy = true;
    try {
      const { actionId, text } = this.begun;
      this.answer(await addAction(this.concernId, { actionId, text }));
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this._interrupt();
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-action-dialog': HeedAddActionDialog;
  }
}
