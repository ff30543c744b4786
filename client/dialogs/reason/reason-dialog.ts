import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LONGEST_NOTE } from '../../../protocol/text-limits';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { asCallFault } from '../../data/call-fault';
import { matters as words } from '../../strings/matters';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { Kept } from '../kept';
import type { ReasonAsked } from './reason-asked';

const kept = new Kept<string>();

/** One deed that needs a reason. */
@customElement('heed-reason-dialog')
export class HeedReasonDialog extends LitElement {
  @property({ attribute: false }) asked: ReasonAsked | null = null;
  @property({ attribute: false }) answer: (done: boolean) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _reason = '';
  @state() private _error = '';
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Begins with what the end of full access took off the screen. */
  begin(asked: ReasonAsked): void {
    this.asked = asked;
    this._reason = kept.take(keyOf(asked)) ?? '';
  }

  protected override firstUpdated(): void {
    focusIn(this, 'textarea');
  }

  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.interrupt();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    return dialogForm(
      {
        heading: asked.heading,
        fault: this._fault === '' ? '' : words.notSaved(this._fault),
        busy: this._busy,
        save: asked.save,
        cancel: words.cancel,
        close: () => this.answer(false),
        submit: (event) => void this._submit(event, asked),
      },
      html`${this._renderReason(asked)}`,
    );
  }

  private _renderReason({ label, hint }: ReasonAsked): TemplateResult {
    return textAreaField({
      id: 'asked-reason',
      label,
      hint,
      value: this._reason,
      most: LONGEST_NOTE,
      typed: (reason) => (this._reason = reason),
      error: this._error,
    });
  }

  /** What is written about a child may not stay on the screen; it is there again with the next press of its button. */
  interrupt(): void {
    if (this.asked) kept.keep(keyOf(this.asked), this._reason);
    this.answer(false);
  }

  private async _submit(event: Event, asked: ReasonAsked): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    const reason = this._reason.trim();
    [this._fault, this._error] = ['', reason === '' ? words.noReason : ''];
    if (reason === '') {
      focusIn(this, 'textarea');
      return;
    }
    this._busy = true;
    try {
      await asked.send(reason);
      kept.forget(keyOf(asked));
      this.answer(true);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'elevation-needed') this.interrupt();
      else this._fault = fault.title;
    } finally {
      this._busy = false;
    }
  }
}

const keyOf = ({ heading, about }: ReasonAsked): string => `${heading} ${about}`;

declare global {
  interface HTMLElementTagNameMap {
    'heed-reason-dialog': HeedReasonDialog;
  }
}
