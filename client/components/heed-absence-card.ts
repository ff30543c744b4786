import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AbsencePlan, ShownAbsence } from '../../protocol/absence';
import { absence as words, dayOf, ownAbsence, untilDay, type AbsenceWords } from '../strings/absence';
import { dateField } from './date-field';
import './heed-notice';
import { selectField } from './select-field';

/** What stands in the fields; an empty `until` is "not known yet". */
interface Draft {
  readonly cover: string;
  readonly from: string;
  readonly until: string;
}
type Faults = Partial<Record<keyof Draft, string>>;
type Set = NonNullable<ShownAbsence['absence']>;

/** Who is alerted in somebody's place, and when (docs/specs/alerts.md, "Absence cover"): as it is, and to be changed. */
@customElement('heed-absence-card')
export class HeedAbsenceCard extends LitElement {
  @property({ attribute: false }) shown: ShownAbsence | null = null;
  @property({ attribute: false }) words: AbsenceWords = ownAbsence;
  @property({ type: Boolean }) busy = false;
  /** Keeps a plan; resolves to true when the school has it. */
  @property({ attribute: false }) save: (plan: AbsencePlan, cover: string) => Promise<boolean> = () =>
    Promise.resolve(false);
  @property({ attribute: false }) back: () => void = () => undefined;
  /** Null: nothing is being changed. */
  @state() private _draft: Draft | null = null;
  @state() private _faults: Faults = {};

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<section class="card stack">
      <div>
        <h2>${this.words.title}</h2>
        <p class="hint">${this.words.hint}</p>
      </div>
      ${this.shown ? this._renderShown(this.shown) : html`<p class="hint" role="status">${words.loading}</p>`}
    </section>`;
  }

  private _renderShown(shown: ShownAbsence): TemplateResult {
    const { absence } = shown;
    return html`${absence ? this._renderSet(absence) : nothing}
    ${absence && !this._draft ? this._renderDeeds(absence) : this._renderForm(shown)}
    ${shown.standsInFor.map(
      ({ name, from, until }) => html`<p>${this.words.standsIn(name, dayOf(from), untilDay(until))}</p>`,
    )}`;
  }

  private _renderSet({ cover, from, until, now, setBy }: Set): TemplateResult {
    const says = now
      ? this.words.now(cover.name, untilDay(until))
      : this.words.later(cover.name, dayOf(from), untilDay(until));
    return html`<p class="strong">${says}</p>
      ${cover.left ? html`<heed-notice tone="warn">${words.coverLeft(cover.name)}</heed-notice>` : nothing}
      ${setBy === null ? nothing : html`<p class="hint">${words.setBy(setBy)}</p>`}`;
  }

  private _renderDeeds(absence: Set): TemplateResult {
    const { cover, from, until, now } = absence;
    const change = () => {
      this._draft = { cover: cover.left ? '' : cover.id, from, until: until ?? '' };
    };
    return html`<p class="row">
      <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => this.back()}>
        ${now ? this.words.back : words.takeBack}
      </button>
      <button type="button" class="button" ?disabled=${this.busy} @click=${change}>${words.change}</button>
    </p>`;
  }

  private _renderForm(shown: ShownAbsence): TemplateResult {
    if (shown.colleagues.length === 0) return html`<p>${words.noColleagues}</p>`;
    const draft = this._draft ?? { cover: '', from: shown.today, until: '' };
    const field = (name: keyof Draft) => ({
      id: `absence-${name}`,
      label: words[name],
      value: draft[name],
      error: this._faults[name] ?? '',
      chosen: (value: string) => {
        this._draft = { ...draft, [name]: value };
        this._faults = { ...this._faults, [name]: '' };
      },
    });
    const colleagues = shown.colleagues.map(({ id, name }) => ({ value: id, label: name }));
    return html`${selectField({
        ...field('cover'),
        options: [{ value: '', label: words.choose }, ...colleagues],
      })}
      <div class="field-pair">${dateField(field('from'))} ${dateField(field('until'))}</div>
      <p class="row after">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.busy}
          @click=${() => void this._save(shown, draft)}
        >
          ${words.save}
        </button>
        ${shown.absence
          ? html`<button type="button" class="button" @click=${() => this._rest()}>${words.keep}</button>`
          : nothing}
      </p>`;
  }

  private async _save(shown: ShownAbsence, draft: Draft): Promise<void> {
    this._faults = faultsOf(draft, shown.today);
    const [first] = Object.keys(this._faults);
    if (first !== undefined) {
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#absence-${first}`)?.focus();
      return;
    }
    const cover = shown.colleagues.find(({ id }) => id === draft.cover)?.name ?? '';
    const plan = { coverId: draft.cover, from: draft.from, until: draft.until === '' ? null : draft.until };
    if (await this.save(plan, cover)) this._rest();
  }

  private _rest(): void {
    [this._draft, this._faults] = [null, {}];
  }
}

function faultsOf({ cover, from, until }: Draft, today: string): Faults {
  const over = until !== '' && until < today ? words.faults.over : '';
  const order = until !== '' && until < from ? words.faults.order : over;
  return {
    ...(cover === '' ? { cover: words.faults.cover } : {}),
    ...(from === '' ? { from: words.faults.from } : {}),
    ...(order === '' ? {} : { until: order }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-absence-card': HeedAbsenceCard;
  }
}
