import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RuleChoices, RuleSentence, TestedPerson } from '../../../../protocol/automatic-alerts';
import type { Named } from '../../../../protocol/fields';
import { icon } from '../../../components/heed-icon';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { automatic } from '../../../strings/admin/automatic-alerts';

const words = automatic.test;

/** Who would be alerted to a concern of one category about one pupil, and why. Nobody is told. */
@customElement('heed-rule-test')
export class HeedRuleTest extends LitElement {
  @property({ attribute: false }) choices: RuleChoices | null = null;
  /** A rule that is not saved yet, which the test takes in. */
  @property({ attribute: false }) draft: { ruleId: string | null; rule: RuleSentence } | null = null;
  @state() private _people: readonly TestedPerson[] | null = null;
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { choices } = this;
    if (!choices) return html``;
    const categories = choices.categories.filter(({ disabled }) => !disabled);
    return html`<section class="card stack">
      <h2>${words.title}</h2>
      <p class="hint">${words.hint}</p>
      <form class="stack" @submit=${(event: SubmitEvent) => void this._test(event)}>
        ${select(
          'test-category',
          words.category,
          html`<option value="">${words.none}</option>
            ${options('', categories)}`,
        )}
        ${select(
          'test-place',
          words.pupil,
          html`<option value="">${words.anywhere}</option>
            <optgroup label=${words.classes}>${options('class ', choices.classes)}</optgroup>
            <optgroup label=${words.years}>${options('year ', choices.years)}</optgroup>`,
        )}
        <p>
          <button type="submit" class="button" ?disabled=${this._busy}>
            ${this._busy ? words.testing : words.go}
          </button>
        </p>
      </form>
      <div aria-live="polite">${this._renderResult()}</div>
    </section>`;
  }

  private _renderResult(): TemplateResult | typeof nothing {
    if (this._fault !== '') return html`<p class="error">${this._fault}</p>`;
    const people = this._people;
    if (!people) return nothing;
    if (people.length === 0) return html`<p class="strong">${words.nobody}</p>`;
    return html`<p class="strong">${words.result(people.length)}</p>
      <ul class="told-list">
        ${people.map(
          ({ name, why }) =>
            html`<li>
              <span class="grow">${name}<small class="meta">${reasons(why).join('. ')}</small></span>
            </li>`,
        )}
      </ul>`;
  }

  private async _test(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const given = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const [type, id] = given('test-place').split(' ');
    this._busy = true;
    try {
      const { people } = await call('testAutomaticAlerts', {
        body: {
          categoryId: given('test-category') || null,
          classId: type === 'class' ? (id ?? null) : null,
          yearGroupId: type === 'year' ? (id ?? null) : null,
          draft: this.draft,
        },
      });
      [this._people, this._fault] = [people, ''];
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

function reasons(why: TestedPerson['why']): string[] {
  const said = why.map(({ code, group, category }) => {
    if (code === 'rule') return words.why.rule(category ?? '', group ?? '');
    return code === 'fallback' ? words.why.fallback(group ?? '') : words.why[code];
  });
  return [...new Set(said)];
}

function select(id: string, label: string, inside: TemplateResult): TemplateResult {
  return html`<div>
    <label class="label" for=${id}>${label}</label>
    <span class="select-box"
      ><select class="select" id=${id} name=${id}>
        ${inside}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

function options(type: string, list: readonly Named[]): TemplateResult[] {
  return list.map(({ id, name }) => html`<option value="${type}${id}">${name}</option>`);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-rule-test': HeedRuleTest;
  }
}
