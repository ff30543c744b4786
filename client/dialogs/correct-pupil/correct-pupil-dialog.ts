import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Concern } from '../../../protocol/concerns';
import { matterDay } from '../../../protocol/words/matters';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { decideConcern } from '../../data/concerns';
import { action, correctPupil as words, decide } from '../../strings/concern-actions';
import type { KeptDecision } from '../decide/kept-decision';
import { Sending } from '../decide/sending';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { pupilFields, type Field, type PupilChoice } from './pupil-fields';

/** Which pupil a child of the concern is: another than it says, or one whom its author did not know. */
@customElement('heed-correct-pupil-dialog')
export class HeedCorrectPupilDialog extends LitElement {
  @property({ attribute: false }) concern: Concern | null = null;
  @property({ attribute: false }) begun: KeptDecision | null = null;
  @property({ attribute: false }) answer: (changed: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _roll: readonly PupilChoice[] = [];
  /** null: not asked for yet */
  @state() private _leavers: readonly PupilChoice[] | null = null;
  @state() private _left = false;
  @state() private _typed = '';
  private readonly _sending = new Sending<Field>(this, 'correct', (changed) => this.answer(changed));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, 'select, input');
    void this._sending.load(() => this._load());
  }

  /** Full access has ended: nothing of a child may stay on the screen. */
  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.answer(null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { concern, begun } = this;
    if (!concern || !begun) return nothing;
    const said = decide.pupil;
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
        ${pupilFields({
          begun,
          children: concern.pupils,
          roll: this._left ? (this._leavers ?? []) : this._roll,
          left: this._left,
          turn: (left) => this._turn(left),
          typed: this._typed,
          find: (typed) => {
            this._typed = typed;
          },
          errors: this._sending.errors,
          set: this._set,
        })}`,
    );
  }

  private readonly _set = (given: Partial<KeptDecision>): void => {
    if (this.begun) Object.assign(this.begun, given);
    this._sending.typed(given);
  };

  /** Looks among those on roll, or among those who have left: whoever was chosen of the others is chosen no longer. */
  private _turn(left: boolean): void {
    this._left = left;
    this._set({ to: '' });
    if (left && this._leavers === null) void this._sending.load(() => this._loadLeavers());
  }

  private async _loadLeavers(): Promise<void> {
    const { concern } = this;
    if (!concern) return;
    const { pupils } = await call('listLeftPupils', { params: { id: concern.id } });
    this._leavers = pupils.map(({ id, name, leftOn }) => ({
      id,
      label: words.leftOn(name, matterDay(leftOn)),
    }));
  }

  private async _load(): Promise<void> {
    const { pupils } = await call('readRoll');
    this._roll = pupils.map(({ id, first, last, className }) => ({
      id,
      label: [`${first} ${last}`, className].filter(Boolean).join(', '),
    }));
  }

  private async _submit(event: Event): Promise<void> {
    const { begun, concern } = this;
    if (!begun || !concern) return;
    const was = concern.pupils[begun.position]?.pupilId ?? null;
    await this._sending.press(event, {
      begun,
      missing: {
        ...(begun.to === '' ? { to: words.noPupil } : {}),
        ...(begun.reason.trim() === '' ? { reason: decide.noReason } : {}),
      },
      send: () => decideConcern('pupil', concern.id, { ...begun, was }),
      fieldOf: ({ field }) => (field === 'body.pupilId' ? 'to' : null),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-correct-pupil-dialog': HeedCorrectPupilDialog;
  }
}
