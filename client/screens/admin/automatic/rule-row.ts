import { html, nothing, type TemplateResult } from 'lit';
import { categorySquare } from '../../../components/category-square';
import { icon } from '../../../components/heed-icon';
import type { ChipChoice } from '../../../components/name-chips';
import { automatic as words } from '../../../strings/admin/automatic-alerts';
import type { RuleLine, SentenceChoices } from './rule-lines';

export interface RuleRowEvents {
  readonly change: () => void;
  readonly turn: (on: boolean) => void;
  /** null: it stands first or last, or is not saved yet */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly undo: () => void;
}

/** One rule as a sentence, with what it did lately, its switch and its place. @param place counted from 1 */
export function ruleRow(
  line: RuleLine,
  place: number,
  choices: SentenceChoices,
  on: RuleRowEvents,
): TemplateResult {
  const bad = line.saved?.reaches === 0 && line.on && !line.unsaved;
  return html`<li class="rule-row ${bad ? 'bad' : ''} ${line.unsaved ? 'unsaved' : ''}">
    <div class="grow">
      <p class="sentence ${line.goes ? 'struck' : ''}">${sentence(line, choices)}</p>
      ${facts(line, bad)}
    </div>
    <div class="rule-deeds">
      ${line.saved && !line.goes
        ? html`<label class="rule-on"
            ><span aria-hidden="true">${words.on}</span
            ><input
              type="checkbox"
              role="switch"
              class="switch"
              aria-label=${words.onLabel(place)}
              aria-checked=${line.on ? 'true' : 'false'}
              .checked=${line.on}
              @change=${(event: Event) => on.turn((event.target as HTMLInputElement).checked)}
          /></label>`
        : nothing}
      ${move('chevron-up', words.up(place), on.up)} ${move('chevron-down', words.down(place), on.down)}
      ${line.goes
        ? html`<button type="button" class="button small" @click=${on.undo}>${words.undo}</button>`
        : html`<button
            type="button"
            class="button small"
            aria-label=${words.changeLabel(place, bad)}
            @click=${on.change}
          >
            ${bad ? words.mend : words.change}
          </button>`}
    </div>
  </li>`;
}

function move(sign: 'chevron-up' | 'chevron-down', label: string, act: (() => void) | null): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only small"
    aria-label=${label}
    ?disabled=${!act}
    @click=${() => act?.()}
  >
    ${icon(sign)}
  </button>`;
}

function sentence({ rule }: RuleLine, { categories, places, told }: SentenceChoices): TemplateResult {
  const limits = [...rule.years, ...rule.classes];
  const pupil =
    limits.length === 0
      ? html`<span class="part">${words.anyClass}</span>`
      : listed(places, limits, words.or);
  return html`${words.when} ${listed(categories, rule.categories, words.or)} ${words.andPupil} ${pupil},
  ${words.alert} ${listed(told, [...rule.groups, ...rule.staff], words.and)}`;
}

function listed(choices: readonly ChipChoice[], ids: readonly string[], joined: string): TemplateResult[] {
  const named = choices.filter(({ id }) => ids.includes(id));
  return named.map(({ label, colour }, index) => {
    const between = index === 0 ? '' : index === named.length - 1 ? ` ${joined} ` : ', ';
    return html`${between}<span class="part">${colour ? categorySquare(colour) : nothing}${label}</span>`;
  });
}

function facts(line: RuleLine, bad: boolean): TemplateResult {
  if (line.goes) return html`<p class="meta">${words.willGo}</p>`;
  if (bad) return html`<p class="meta bad">${words.reachesNobody}</p>`;
  const lately = line.saved ? words.lately(line.saved.lately.alerts, line.saved.lately.people) : '';
  const said = line.unsaved ? words.notSaved : line.on ? lately : words.isOff;
  return html`<p class="meta">
    ${line.rule.daily ? html`<strong>${words.daily.short}</strong> · ` : nothing}${said}
  </p>`;
}
