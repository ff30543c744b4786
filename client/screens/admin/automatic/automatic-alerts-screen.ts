import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type {
  AutomaticAlert,
  readAutomaticAlerts,
  RuleSentence,
} from '../../../../protocol/automatic-alerts';
import type { ReplyOf } from '../../../../protocol/endpoint';
import '../../../components/heed-empty';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import { nameChips } from '../../../components/name-chips';
import { call } from '../../../data/call';
import { automatic as words } from '../../../strings/admin/automatic-alerts';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import './heed-rule-preview';
import './heed-rule-test';
import {
  changeOfRule,
  choicesOf,
  isWhole,
  NOTHING_SAID,
  ORDER,
  removeKey,
  ruleLines,
  switchKey,
  type RuleLine,
} from './rule-lines';
import { dailyField } from './daily-field';
import { ruleRow } from './rule-row';

type Loaded = ReplyOf<typeof readAutomaticAlerts> & { readonly unreached: readonly string[] };

/** Automatic alerts as sentences; one of them is open with its preview, and all of them can be tested. */
@customElement('heed-automatic-alerts-screen')
export class HeedAutomaticAlertsScreen extends AdminPage<Loaded> {
  protected readonly right = 'alerts';
  /** The rule whose form is open, as it reads now, whole or not. */
  @state() private _editing: { key: string; rule: RuleSentence } | null = null;
  private readonly _tray = new ChangeTray(this);
  private _added = 0;

  protected async load(): Promise<Loaded> {
    const [alerts, unreached] = await Promise.all([call('readAutomaticAlerts'), call('readUnreached')]);
    return { ...alerts, unreached: unreached.categories };
  }

  protected page(loaded: Loaded): PageParts {
    const lines = ruleLines(loaded.rules, this._tray);
    const editing = this._editing;
    const draft = editing && isWhole(editing.rule) ? editing.rule : null;
    const ruleId = loaded.rules.find(({ id }) => id === editing?.key)?.id ?? null;
    return {
      title: words.title,
      intro: words.intro,
      actions: html`<button type="button" class="button primary" @click=${() => this._add()}>
        ${icon('plus')}${words.add}
      </button>`,
      content: html`${this._renderUnreached(loaded)}
        <div class="with-side">
          ${this._renderRules(loaded, lines)}
          <div class="stack side">
            ${editing ? html`<heed-rule-preview .rule=${draft}></heed-rule-preview>` : nothing}
            <heed-rule-test
              .choices=${loaded.choices}
              .draft=${draft ? { ruleId, rule: draft } : null}
            ></heed-rule-test>
          </div>
        </div>`,
      bar: trayBar(this._tray, () => this._saved()),
    };
  }

  /** Kinds of concern that no lead hears of, by their names: what the first steps only count. */
  private _renderUnreached({ unreached }: Loaded): TemplateResult | typeof nothing {
    if (unreached.length === 0) return nothing;
    return html`<heed-notice tone="warn" sign="triangle-alert">${words.unreached(unreached)}</heed-notice>`;
  }

  private _renderRules(loaded: Loaded, lines: readonly RuleLine[]): TemplateResult {
    const fresh = this._editing && !lines.some(({ key }) => key === this._editing?.key);
    if (lines.length === 0 && !fresh) {
      return html`<div class="card"><heed-empty sign="bell-ring" .text=${words.empty}></heed-empty></div>`;
    }
    return html`<ul class="card flush rules">
      ${repeat(
        lines,
        ({ key }) => key,
        (line, index) =>
          line.key === this._editing?.key
            ? this._renderForm(loaded, line.saved)
            : this._renderRow(loaded, lines, line, index),
      )}
      ${fresh ? this._renderForm(loaded, null) : nothing}
    </ul>`;
  }

  private _renderRow(
    loaded: Loaded,
    lines: readonly RuleLine[],
    line: RuleLine,
    index: number,
  ): TemplateResult {
    const { saved, key, rule } = line;
    const other = (step: number) => (saved ? lines[index + step]?.saved : null);
    const move = (step: number) => {
      const neighbour = other(step);
      return saved && neighbour ? () => this._swap(lines, saved.id, neighbour.id) : null;
    };
    return ruleRow(line, index + 1, choicesOf(loaded.choices, saved), {
      change: () => (this._editing = { key, rule }),
      turn: (on) =>
        this._tray.put(
          switchKey(key),
          on === saved?.on ? null : { kind: 'automatic-alert.switch', ruleId: key, on },
        ),
      up: move(-1),
      down: move(1),
      undo: () => this._tray.put(removeKey(key), null),
    });
  }

  private _renderForm(loaded: Loaded, saved: AutomaticAlert | null): TemplateResult | typeof nothing {
    const editing = this._editing;
    if (!editing) return nothing;
    const { rule } = editing;
    const { categories, places, told } = choicesOf(loaded.choices, saved);
    const classes = new Set(loaded.choices.classes.map(({ id }) => id));
    const groups = new Set(loaded.choices.groups.map(({ id }) => id));
    const set = (given: Partial<RuleSentence>) => this._edit(saved, { ...rule, ...given });
    const { takeOut } = words;
    return html`<li class="rule-form">
      ${nameChips({
        id: 'rule-categories',
        label: words.when,
        placeholder: words.addCategory,
        choices: categories,
        chosen: rule.categories,
        takeOut,
        changed: (ids) => set({ categories: ids }),
      })}
      ${nameChips({
        id: 'rule-places',
        label: words.andPupil,
        placeholder: rule.classes.length + rule.years.length === 0 ? words.anyPlace : words.addPlace,
        choices: places,
        chosen: [...rule.years, ...rule.classes],
        takeOut,
        changed: (ids) =>
          set({
            classes: ids.filter((id) => classes.has(id)),
            years: ids.filter((id) => !classes.has(id)),
          }),
      })}
      ${nameChips({
        id: 'rule-told',
        label: words.alert,
        placeholder: words.addPerson,
        choices: told,
        chosen: [...rule.groups, ...rule.staff],
        takeOut,
        changed: (ids) =>
          set({ groups: ids.filter((id) => groups.has(id)), staff: ids.filter((id) => !groups.has(id)) }),
      })}
      ${dailyField(loaded, rule, (daily) => set({ daily }))}
      <div class="row apart">
        <button type="button" class="button small quiet" @click=${() => this._remove(saved)}>
          ${words.remove}
        </button>
        ${isWhole(rule) ? nothing : html`<p class="hint grow">${words.incomplete}</p>`}
        <button type="button" class="button small primary" @click=${() => (this._editing = null)}>
          ${words.done}
        </button>
      </div>
    </li>`;
  }

  private _add(): void {
    this._editing = { key: `new ${String((this._added += 1))}`, rule: NOTHING_SAID };
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#rule-categories')?.focus());
  }

  /** A rule that is not whole is in no tray: it could not be saved. */
  private _edit(saved: AutomaticAlert | null, rule: RuleSentence): void {
    const key = this._editing?.key ?? '';
    this._editing = { key, rule };
    this._tray.put(key, isWhole(rule) ? changeOfRule(saved, rule) : null);
  }

  private _remove(saved: AutomaticAlert | null): void {
    this._tray.put(this._editing?.key ?? '', null);
    if (saved) this._tray.put(removeKey(saved.id), { kind: 'automatic-alert.remove', ruleId: saved.id });
    this._editing = null;
  }

  private _swap(lines: readonly RuleLine[], one: string, other: string): void {
    const order = lines.flatMap(({ saved }) => saved?.id ?? []);
    const swapped = order.map((id) => (id === one ? other : id === other ? one : id));
    this._tray.put(ORDER, { kind: 'automatic-alert.order', order: swapped });
  }

  private _saved(): void {
    this._editing = null;
    void this.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-automatic-alerts-screen': HeedAutomaticAlertsScreen;
  }
}
