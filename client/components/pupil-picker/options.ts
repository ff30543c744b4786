import { html, nothing, type TemplateResult } from 'lit';
import { picker as words } from '../../strings/components';
import { avatar, initialsOf } from '../avatar';
import { icon } from '../heed-icon';
import { classLine, type Suggestion } from './chosen-pupil';
import { markMatches } from './mark-matches';

/** A row of the list: a pupil, or one of the two ways on when no pupil fits. */
export type PickerOption =
  | { kind: 'listed'; pupil: Suggestion }
  | { kind: 'not-on-list' }
  | { kind: 'name-unknown' };

/** Pupils first; the ways out always stand last, so they are never far. */
export function optionsFor(found: readonly Suggestion[]): PickerOption[] {
  return [
    ...found.map((pupil) => ({ kind: 'listed' as const, pupil })),
    { kind: 'not-on-list' },
    { kind: 'name-unknown' },
  ];
}

interface RowParts {
  id: string;
  active: boolean;
  typed: string;
  choose: () => void;
}

/** One option row. It never takes the focus: the combobox's input keeps it (APG combobox). */
export function optionRow(option: PickerOption, parts: RowParts): TemplateResult {
  return html`<button
    type="button"
    tabindex="-1"
    class="option ${parts.active ? 'active' : ''} ${option.kind === 'listed' ? '' : 'other'}"
    role="option"
    id=${parts.id}
    aria-selected=${parts.active}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${parts.choose}
  >
    ${option.kind === 'listed' ? pupilRow(option.pupil, parts.typed) : otherRow(option.kind, parts.typed)}
  </button>`;
}

function pupilRow(pupil: Suggestion, typed: string): TemplateResult {
  return html`${avatar(initialsOf(pupil.name), pupil.id, 32)}
    <span>${markMatches(pupil.name, typed)}<span class="class">${classLine(pupil)}</span></span>
    ${pupil.sameName > 1
      ? html`<span class="label-pill warn">${icon('triangle-alert')}${words.sameName(pupil.sameName)}</span>`
      : nothing}`;
}

function otherRow(kind: 'not-on-list' | 'name-unknown', typed: string): TemplateResult {
  if (kind === 'name-unknown') return html`${icon('circle-question-mark')}<span>${words.unknownName}</span>`;
  const named = typed.trim();
  return html`${icon('user-plus')}<span
      >${named.length > 2 ? words.notOnListNamed(named) : words.notOnList}</span
    >`;
}
