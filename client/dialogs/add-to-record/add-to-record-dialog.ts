import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RecordProgress } from '../../../offline/outbox/records';
import { MAX_TEXT_CHARS } from '../../../protocol/text-limits';
import { icon } from '../../components/heed-icon';
import { textAreaField } from '../../components/text-area-field';
import { deviceKind } from '../../contexts/device-kind';
import { watchUnlocked } from '../../contexts/unlocked';
import { dropAddition, keepAddition, type OpenAddition } from '../../sealing/additions';
import { Autosave } from '../../sealing/autosave';
import { addition as words } from '../../strings/addition';
import { clockTime, dayAndTime } from '../../strings/times';
import type { Unlocked } from '../../unlock/unlocked';
import { showConfirm } from '../confirm/show-confirm';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';

const FIELD = 'add-to-record';

/** What its author adds to a record after sending it: kept as it is typed, sealed as a record is, with or without a network. */
@customElement('heed-add-to-record-dialog')
export class HeedAddToRecordDialog extends LitElement {
  @property({ attribute: false }) record: Pick<RecordProgress, 'envelopeId' | 'lineageId' | 'sentAt'> = {
    envelopeId: '',
    lineageId: '',
    sentAt: 0,
  };
  /** begun before, and not sent */
  @property({ attribute: false }) begun: OpenAddition | null = null;
  @property({ attribute: false }) unlocked: Unlocked | null = null;
  @property({ attribute: false }) answer: () => void = () => undefined;
  @state() private _text = '';
  /** device clock, ms; null: nothing was typed, or it could not be kept */
  @state() private _keptAt: number | null = null;
  @state() private _fault = '';
  @state() private _empty = false;
  @state() private _busy = false;
  private _autosave: Autosave<OpenAddition> | null = null;
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { unlocked, begun, record } = this;
    if (!unlocked) return;
    this._text = begun?.text ?? '';
    this._keptAt = begun?.updatedAt ?? null;
    this._autosave = new Autosave<OpenAddition>(begun, {
      write: (before, text) => keepAddition(unlocked, before, record.envelopeId, String(text)),
      saved: ({ updatedAt }) => {
        this._keptAt = updatedAt;
        if (this._fault === words.notKept(deviceKind())) this._fault = '';
      },
      failed: () => {
        this._keptAt = null;
        this._fault = words.notKept(deviceKind());
      },
    });
    // Locked, or somebody else: what is written is on the disk before that, and may not stay on the screen.
    const { authorKeyId } = unlocked.person;
    this._stop = watchUnlocked((now) => now?.person.authorKeyId !== authorKeyId && this.answer());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
    void this._autosave?.close().catch(() => undefined);
  }

  protected override firstUpdated(): void {
    focusIn(this, `#${FIELD}`);
  }

  protected override render(): TemplateResult {
    return dialogForm(
      {
        heading: words.title,
        fault: this._fault,
        busy: this._busy,
        save: this._busy ? words.sending : words.send,
        cancel: words.close,
        close: () => void this._close(),
        submit: (event) => void this._submit(event),
      },
      html`<p class="hint">${words.of(dayAndTime(this.record.sentAt, Date.now()))}</p>
        ${textAreaField({
          id: FIELD,
          label: words.label,
          hint: words.hint,
          value: this._text,
          most: MAX_TEXT_CHARS,
          rows: 5,
          typed: this._typed,
          error: this._empty ? words.empty : '',
        })}
        <p class="not-sent">${icon('pencil-line')}<span>${this._standing()}</span></p>`,
      this._text.trim() === ''
        ? nothing
        : html`<button type="button" class="link" @click=${() => void this._throwAway()}>
            ${words.throwAway}
          </button>`,
    );
  }

  private _standing(): string {
    return this._keptAt === null ? words.notYet : words.notSent(deviceKind(), clockTime(this._keptAt));
  }

  private readonly _typed = (text: string): void => {
    this._text = text;
    this._empty = false;
    this._autosave?.changed(text);
  };

  /** What was begun stays; of nothing written nothing does. */
  private async _close(): Promise<void> {
    if (this._text.trim() === '') return this._forget();
    try {
      await this._autosave?.save();
      this.answer();
    } catch {
      // The words would be lost: the dialog says so and stays.
    }
  }

  private async _throwAway(): Promise<void> {
    const { sureTitle: heading, sureText: text, throwAway: yes, keep: no } = words;
    if (await showConfirm({ heading, text, yes, no, danger: true })) await this._forget();
  }

  private async _forget(): Promise<void> {
    const kept = this._autosave?.draft;
    this._autosave?.discard();
    if (kept) await dropAddition(kept);
    this.answer();
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._empty = this._text.trim() === '';
    if (this._empty) {
      focusIn(this, `#${FIELD}`);
      return;
    }
    this._busy = true;
    try {
      await this._send();
    } catch (thrown) {
      if (this._keptAt !== null)
        this._fault = (thrown as Error).name === 'RecordTooLong' ? words.tooLong : words.failed;
    } finally {
      this._busy = false;
    }
  }

  private async _send(): Promise<void> {
    const { _autosave: autosave, unlocked, record } = this;
    await autosave?.save();
    if (!autosave?.draft || !unlocked) return;
    const { sendAddition } = await import('../../sealing/send-addition');
    if (await sendAddition(unlocked, autosave.draft, record.lineageId)) {
      autosave.discard();
      this.answer();
      return;
    }
    // Kept beside what the other window did with it.
    autosave.changed(this._text);
    await autosave.save();
    this._fault = words.elsewhere;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-to-record-dialog': HeedAddToRecordDialog;
  }
}
