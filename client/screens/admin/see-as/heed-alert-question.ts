import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Seen, TestedAlert } from '../../../../protocol/see-as';
import { selectField } from '../../../components/select-field';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { automatic } from '../../../strings/admin/automatic-alerts';
import { seeAs } from '../../../strings/admin/see-as';

const words = seeAs.test;

/** Whether one person would be alerted to a concern of one category and class. Nobody is told. */
@customElement('heed-alert-question')
export class HeedAlertQuestion extends LitElement {
  @property({ attribute: false }) seen: Seen | null = null;
  @state() private _category = '';
  @state() private _class = '';
  @state() private _answer: TestedAlert | null = null;
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('seen') || changed.get('seen')?.person.id === this.seen?.person.id) return;
    [this._answer, this._fault] = [null, ''];
  }

  protected override render(): TemplateResult {
    if (!this.seen) return html``;
    const { categories, classes } = this.seen;
    const open = categories.filter(({ disabled }) => !disabled);
    const options = (none: string, list: readonly { id: string; name: string }[]) => [
      { value: '', label: none },
      ...list.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return html`<form
      class="card-line alert-question"
      @submit=${(event: SubmitEvent) => void this._ask(event)}
    >
      <h3>${words.title}</h3>
      ${selectField({
        id: 'asked-category',
        label: words.category,
        value: this._category,
        options: options(words.noCategory, open),
        chosen: (value) => this._choose({ category: value }),
      })}
      ${selectField({
        id: 'asked-class',
        label: words.place,
        value: this._class,
        options: options(words.noPlace, classes),
        chosen: (value) => this._choose({ place: value }),
      })}
      <button type="submit" class="button" ?disabled=${this._busy}>
        ${this._busy ? words.testing : words.go}
      </button>
      <div class="answer" aria-live="polite">${this._renderAnswer(this.seen.person.name)}</div>
    </form>`;
  }

  private _renderAnswer(name: string): TemplateResult | typeof nothing {
    if (this._fault !== '') return html`<p class="error">${this._fault}</p>`;
    const answer = this._answer;
    if (!answer) return nothing;
    if (!answer.told && answer.others === 0) return html`<p class="strong">${words.nobody}</p>`;
    return html`<p class="strong">${answer.told ? words.yes(name) : words.no(name)}</p>
      <p class="hint">${[...reasons(answer), words.others(answer.others)].join(' ')}</p>`;
  }

  /** An answer stands for what was asked, so another choice takes it away. */
  private _choose(given: { category?: string; place?: string }): void {
    this._category = given.category ?? this._category;
    this._class = given.place ?? this._class;
    this._answer = null;
  }

  private async _ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const id = this.seen?.person.id;
    if (id === undefined) return;
    this._busy = true;
    try {
      this._answer = await call('testSeeAs', {
        params: { id },
        body: { categoryId: this._category || null, classId: this._class || null },
      });
      this._fault = '';
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

function reasons({ why }: TestedAlert): string[] {
  const { why: said } = automatic.test;
  const lines = why.map(({ code, group, category }) => {
    if (code === 'rule') return said.rule(category ?? '', group ?? '');
    return code === 'fallback' ? said.fallback(group ?? '') : said[code];
  });
  return [...new Set(lines)].map((line) => `${line}.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-alert-question': HeedAlertQuestion;
  }
}
