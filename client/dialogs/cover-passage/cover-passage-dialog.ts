import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { readWhole } from '../../../protocol/concern-decisions';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION } from '../../../protocol/text-limits';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { selectField } from '../../components/select-field';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { action, coverPassage as words, decide } from '../../strings/concern-actions';
import { renewDecision, type KeptDecision } from '../decide/kept-decision';
import { Sending } from '../decide/sending';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';

type Whole = ReplyOf<typeof readWhole>['texts'][number];
type Field = 'text' | 'reason';

/** Every word of a concern, for leads: what they mark in it is covered for everybody, with a reason. */
@customElement('heed-cover-passage-dialog')
export class HeedCoverPassageDialog extends LitElement {
  @property() concernId = '';
  @property({ attribute: false }) begun: KeptDecision | null = null;
  @property({ attribute: false }) answer: (changed: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _texts: readonly Whole[] = [];
  /** Its id and its part, since a record has several texts. */
  @state() private _entry = '';
  /** what is marked in the text, in UTF-16 code units; it stays in sight when the reason is written */
  @state() private _marked = { start: 0, end: 0 };
  private readonly _sending = new Sending<Field>(this, 'cover', (changed) => this.answer(changed));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this._markAnew();
    void this._sending.load(() => this._load());
  }

  /** Full access has ended: nothing that is covered may stay on the screen. */
  protected override willUpdate(): void {
    if (this._session && !mayReadNow(this._session)) this.answer(null);
  }

  protected override render(): TemplateResult {
    const said = decide.cover;
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
      html`${this._renderText()} ${this._renderReason()}`,
    );
  }

  private _renderText(): TemplateResult | typeof nothing {
    const one = this._texts.find((text) => entryOf(text) === this._entry);
    if (!one) return nothing;
    const error = this._sending.errors.text ?? '';
    const marked = one.text.slice(this._marked.start, this._marked.end);
    const covered = one.covers.map(({ start, end }) => `“${one.text.slice(start, end)}”`).join(', ');
    return html`${this._texts.length < 2
        ? nothing
        : selectField({
            id: 'cover-entry',
            label: words.which,
            value: entryOf(one),
            options: this._texts.map((text) => ({ value: entryOf(text), label: words.entry(text) })),
            chosen: (entry) => {
              this._entry = entry;
              this._marked = { start: 0, end: 0 };
              this._markAnew();
              this._sending.typed({ text: '', reason: '' });
            },
          })}
      <div class=${error === '' ? '' : 'invalid'}>
        <label class="label" for="cover-text">${words.text}</label>
        ${hintPart('cover-text', words.hint)} ${errorPart('cover-text', error)}
        <textarea
          class="textarea"
          id="cover-text"
          rows="8"
          readonly
          autocomplete="off"
          aria-describedby=${describedBy('cover-text', words.hint, error)}
          .value=${one.text}
          @select=${this._mark}
          @keyup=${this._mark}
          @pointerup=${this._mark}
        ></textarea>
      </div>
      ${marked === '' ? nothing : html`<p class="hint" role="status">${words.marked(marked)}</p>`}
      ${covered === '' ? nothing : html`<p class="hint">${words.covered(covered)}</p>`}`;
  }

  private _renderReason(): TemplateResult {
    return textAreaField({
      id: 'cover-reason',
      label: decide.reason,
      hint: words.reasonHint,
      value: this.begun?.reason ?? '',
      most: LONGEST_ACTION,
      rows: 2,
      typed: (reason) => {
        if (this.begun) this.begun.reason = reason;
      },
      error: this._sending.errors.reason ?? '',
    });
  }

  private readonly _mark = (event: Event): void => {
    const { selectionStart: start, selectionEnd: end } = event.target as HTMLTextAreaElement;
    if (start === this._marked.start && end === this._marked.end) return;
    this._marked = { start, end };
    this._markAnew();
  };

  /** Sent again it covers nothing twice, and other words are another deed. */
  private _markAnew(): void {
    if (this.begun) renewDecision(this.begun);
  }

  private async _load(): Promise<void> {
    const { texts } = await call('readWhole', { params: { id: this.concernId } });
    this._texts = texts;
    this._entry = texts[0] ? entryOf(texts[0]) : '';
    focusIn(this, 'select, textarea');
  }

  private async _submit(event: Event): Promise<void> {
    const { begun } = this;
    if (!begun) return;
    const [entryId = '', part = 'text'] = this._entry.split(' ');
    const { start, end } = this._marked;
    const reason = begun.reason.trim();
    await this._sending.press(event, {
      begun,
      missing: {
        ...(start === end ? { text: words.nothingMarked } : {}),
        ...(reason === '' ? { reason: decide.noReason } : {}),
      },
      send: () => {
        const { actionId } = begun;
        const body = { actionId, entryId, part, start, end, reason };
        return call('coverPassage', { params: { id: this.concernId }, body });
      },
    });
  }
}

const entryOf = ({ id, part }: Whole) => `${id} ${part}`;

declare global {
  interface HTMLElementTagNameMap {
    'heed-cover-passage-dialog': HeedCoverPassageDialog;
  }
}
