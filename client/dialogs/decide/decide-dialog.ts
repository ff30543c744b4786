import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { levels, type ActionChoices, type Level } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import { LONGEST_ACTION, LONGEST_REPLY } from '../../../protocol/text-limits';
import '../../components/heed-notice';
import { selectField } from '../../components/select-field';
import { textAreaField } from '../../components/text-area-field';
import { mayReadNow } from '../../contexts/may-read';
import { sessionContext, type SessionState } from '../../contexts/session';
import { decideConcern, readActionChoices, type Decision } from '../../data/concerns';
import { action, decide as words, levelWords } from '../../strings/concern-actions';
import { reply } from '../../strings/reply';
import { dialogForm } from '../dialog-form';
import { focusIn } from '../host';
import { categoryField, missingCategories, tickedOf } from './category-field';
import type { KeptDecision } from './kept-decision';
import { Sending } from './sending';

type Field = 'to' | 'level' | 'categories' | 'decision' | 'reason';

/** Decisions whose fields offer what the school has. */
const NEEDS_CHOICES: readonly Decision[] = ['give', 'sort', 'close'];
/** What a person fills in first. */
const FIRST = 'select, input, textarea';

/** One decision about a concern: who has it, its level, its categories, that it is closed or open again, a reply. */
@customElement('heed-decide-dialog')
export class HeedDecideDialog extends LitElement {
  @property() kind: Decision = 'level';
  @property() concernId = '';
  @property({ attribute: false }) begun: KeptDecision | null = null;
  @property({ attribute: false }) answer: (decided: Concern | null) => void = () => undefined;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _choices: ActionChoices | null = null;
  private readonly _sending = new Sending<Field>(this, 'decide', (decided) => this.answer(decided));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (NEEDS_CHOICES.includes(this.kind)) void this._sending.load(() => this._load());
    else focusIn(this, FIRST);
  }

  /** Full access has ended: what is written about a child may not stay on the screen. */
  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this._session && !mayReadNow(this._session)) this.answer(null);
  }

  protected override render(): TemplateResult {
    const said = words[this.kind];
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
      html`${this._renderOwn()} ${this._renderReason()}`,
    );
  }

  private _renderOwn(): TemplateResult | typeof nothing {
    if (this.kind === 'give') return this._renderTo();
    if (this.kind === 'level') return this._renderLevel();
    if (this.kind === 'sort') return this._renderCategories();
    if (this.kind !== 'close' || this._choices?.decided !== false) return nothing;
    return this._renderText('decision', words.decision, words.decisionHint);
  }

  private _renderTo(): TemplateResult {
    const takers = this._choices?.takers ?? [];
    if (this._choices && takers.length === 0)
      return html`<heed-notice tone="warn">${words.nobody}</heed-notice>`;
    return selectField({
      id: 'decide-to',
      label: words.to,
      hint: takers.some(({ you }) => you) ? words.toHintOwn : words.toHint,
      value: this.begun?.to ?? '',
      options: [
        { value: '', label: words.choose },
        ...takers.map(({ id, name, you }) => ({ value: id, label: you ? words.myself(name) : name })),
      ],
      chosen: (to) => this._set({ to }),
      error: this._sending.errors.to ?? '',
    });
  }

  private _renderLevel(): TemplateResult {
    return selectField({
      id: 'decide-level',
      label: words.which,
      value: this.begun?.level ?? '',
      options: [
        { value: '', label: words.chooseLevel },
        ...levels.map((level) => ({ value: level, label: levelWords[level] })),
      ],
      chosen: (level) => this._set({ level: level as Level | '' }),
      error: this._sending.errors.level ?? '',
    });
  }

  private _renderCategories(): TemplateResult | typeof nothing {
    if (!this._choices || !this.begun) return nothing;
    return categoryField({
      id: 'decide-categories',
      categories: this._choices.categories,
      ticked: tickedOf(this.begun, this._choices),
      error: this._sending.errors.categories ?? '',
      changed: (categories) => this._set({ categories }),
    });
  }

  private _renderReason(): TemplateResult {
    if (this.kind === 'reply') return this._renderText('reason', reply.label, reply.hint);
    return this.kind === 'give'
      ? this._renderText('reason', words.note, '')
      : this._renderText('reason', words.reason, words.reasonHint);
  }

  private _renderText(field: 'decision' | 'reason', label: string, hint: string): TemplateResult {
    return textAreaField({
      id: `decide-${field}`,
      label,
      hint,
      value: this.begun?.[field] ?? '',
      most: this.kind === 'reply' ? LONGEST_REPLY : LONGEST_ACTION,
      typed: (text) => this._set({ [field]: text }),
      error: this._sending.errors[field] ?? '',
    });
  }

  private async _load(): Promise<void> {
    this._choices = await readActionChoices(this.concernId);
    focusIn(this, FIRST);
  }

  private _set(given: Partial<KeptDecision>): void {
    if (this.begun) Object.assign(this.begun, given);
    this._sending.typed(given);
  }

  /** What is missing, in the order of the fields. */
  private _missing({ to, level, decision, reason }: KeptDecision): Partial<Record<Field, string>> {
    const { kind } = this;
    const undecided = kind === 'close' && this._choices?.decided === false;
    return {
      ...(kind === 'give' && to === '' ? { to: words.noTo } : {}),
      ...(kind === 'level' && level === '' ? { level: words.chooseLevel } : {}),
      ...(kind === 'sort' ? missingCategories(this.begun, this._choices) : {}),
      ...(undecided && decision.trim() === '' ? { decision: words.noDecision } : {}),
      ...(kind !== 'give' && reason.trim() === ''
        ? { reason: kind === 'reply' ? reply.empty : words.noReason }
        : {}),
    };
  }

  private async _submit(event: Event): Promise<void> {
    const { begun, kind } = this;
    if (!begun) return;
    const categories = this._choices && kind === 'sort' ? tickedOf(begun, this._choices) : null;
    await this._sending.press(event, {
      begun,
      missing: this._missing(begun),
      send: () => decideConcern(kind, this.concernId, { ...begun, categories }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-decide-dialog': HeedDecideDialog;
  }
}
