import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import '../../components/heed-dialog';
import '../../components/heed-notice';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault } from '../../data/call-fault';
import { matters as words } from '../../strings/matters';
import { focusIn } from '../host';
import type { ReasonAsked } from './reason-asked';

/** One deed that needs a reason. */
@customElement('heed-reason-dialog')
export class HeedReasonDialog extends LitElement {
  @property({ attribute: false }) asked: ReasonAsked | null = null;
  @property({ attribute: false }) answer: (done: boolean) => void = () => undefined;
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
    focusIn(this, 'textarea');
  }

  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.answer(false);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    const id = 'asked-reason';
    return html`<heed-dialog open .heading=${asked.heading} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${(event: Event) => void this._submit(event, asked)}>
        ${this._fault === ''
          ? nothing
          : html`<heed-notice tone="danger" role="alert">${words.notSaved(this._fault)}</heed-notice>`}
        <div class=${this._error === '' ? '' : 'invalid'}>
          <label class="label" for=${id}>${asked.label}</label>
          ${hintPart(id, asked.hint)} ${errorPart(id, this._error)}
          <textarea
            class="textarea grows"
            id=${id}
            rows="3"
            maxlength="2000"
            autocomplete="off"
            aria-invalid=${this._error === '' ? nothing : 'true'}
            aria-describedby=${describedBy(id, asked.hint, this._error)}
          ></textarea>
        </div>
        <div class="button-pair">
          <button type="button" class="button" @click=${() => this.answer(false)}>${words.cancel}</button>
          <button type="submit" class="button primary" aria-disabled=${this._busy}>${asked.save}</button>
        </div>
      </form>
    </heed-dialog>`;
  }

  private async _submit(event: Event, asked: ReasonAsked): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    const reason = this.querySelector('textarea')?.value.trim() ?? '';
    [this._fault, this._error] = ['', reason === '' ? words.noReason : ''];
    if (reason === '') {
      focusIn(this, 'textarea');
      return;
    }
    this._busy = true;
    try {
      await asked.send(reason);
      this.answer(true);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this.answer(false);
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-reason-dialog': HeedReasonDialog;
  }
}
