import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { dateField } from '../../components/date-field';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { action, correctWhen as words, decide } from '../../strings/concern-actions';
import { momentOf } from '../add-action/action-faults';
import type { KeptDecision } from '../decide/kept-decision';
import { Sending } from '../decide/sending';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';

type Field = 'day' | 'time' | 'reason';

/** When the concern happened, where its record is wrong about that. */
@customElement('heed-correct-when-dialog')
export class HeedCorrectWhenDialog extends LitElement {
  @property({ attribute: false }) concern: Concern | null = null;
  @property({ attribute: false }) begun: KeptDecision | null = null;
  @property({ attribute: false }) answer: (changed: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  private readonly _sending = new Sending<Field>(this, 'when', (changed) => this.answer(changed));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, 'input');
  }

  /** Full access has ended: nothing of a child may stay on the screen. */
  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.answer(null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { concern, begun } = this;
    if (!concern || !begun) return nothing;
    const said = decide.when;
    return dialogForm(
      {
        heading: said.title,
        fault: this._sending.fault,
        busy: this._sending.busy,
        save: said.save,
        cancel: action.cancel,
        close: () => this.answer(null),
        submit: (event) => void this._submit(event),
      },
      html`<p class="hint">${words.what}</p>
        ${this._renderMoment(begun)}
        ${textAreaField({
          id: 'when-reason',
          label: decide.reason,
          hint: decide.reasonHint,
          value: begun.reason,
          most: LONGEST_ACTION,
          typed: (reason) => this._set({ reason }),
          error: this._sending.errors.reason ?? '',
        })}`,
    );
  }

  private _renderMoment({ day, time, about }: KeptDecision): TemplateResult {
    return html`<div class="field-pair">
        ${dateField({
          id: 'when-day',
          label: words.day,
          value: day,
          chosen: (chosen) => this._set({ day: chosen }),
          error: this._sending.errors.day ?? '',
        })}
        ${dateField({
          id: 'when-time',
          type: 'time',
          label: words.time,
          value: time,
          chosen: (chosen) => this._set({ time: chosen }),
          error: this._sending.errors.time ?? '',
        })}
      </div>
      <label class="shortcut-switch"
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${about}
          @change=${(event: Event) => this._set({ about: (event.target as HTMLInputElement).checked })}
        /><span>${words.about}</span></label
      >`;
  }

  private readonly _set = (given: Partial<KeptDecision>): void => {
    if (this.begun) Object.assign(this.begun, given);
    this._sending.typed(given);
  };

  private async _submit(event: Event): Promise<void> {
    const { begun, concern } = this;
    if (!begun || !concern) return;
    const { actionId, reason, about } = begun;
    await this._sending.press(event, {
      begun,
      missing: faultsOf(begun),
      send: () => {
        const at = new Date(momentOf(begun)).toISOString();
        const body = { actionId, was: concern.happened.at, at, about, reason };
        return call('correctWhen', { params: { id: concern.id }, body });
      },
    });
  }
}

/** What is missing, in the order of the dialog. */
function faultsOf(begun: KeptDecision): Partial<Record<Field, string>> {
  const { day, time, reason } = begun;
  const future = day !== '' && time !== '' && momentOf(begun) > Date.now();
  return {
    ...(day === '' ? { day: words.noDay } : future ? { day: words.future } : {}),
    ...(time === '' ? { time: words.noTime } : {}),
    ...(reason.trim() === '' ? { reason: decide.noReason } : {}),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-correct-when-dialog': HeedCorrectWhenDialog;
  }
}
