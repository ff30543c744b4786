import { html, nothing, type TemplateResult } from 'lit';
import { picker as words } from '../../strings/components';
import type { PupilRole } from '../../../protocol/concern-body';
import { avatar, initialsOf } from '../avatar';
import { icon } from '../heed-icon';
import { chosenName, classLine, type ChosenPupil } from './chosen-pupil';

export interface TagActions {
  setRole: (place: number, role: PupilRole | '') => void;
  describe: (place: number, description: string) => void;
  remove: (place: number) => void;
}

interface TagParts {
  fieldId: string;
  roles: readonly { value: PupilRole; label: string }[];
  /** The tag that the next Backspace removes. */
  marked: boolean;
}

/** One chosen pupil: who, how involved, remove. */
export function tag(chosen: ChosenPupil, place: number, parts: TagParts, act: TagActions): TemplateResult {
  const name = chosenName(chosen, chosen.kind === 'not-on-list' ? words.notOnList : words.unknownName);
  return html`<div class="tag ${parts.marked ? 'marked' : ''}">
    ${chosen.kind === 'listed' ? listed(chosen) : described(chosen, place, parts, act)}
    <span class="tag-role"
      ><select
        aria-label=${words.roleOf(name)}
        autocomplete="off"
        @change=${(event: Event) =>
          act.setRole(place, (event.target as HTMLSelectElement).value as PupilRole | '')}
      >
        <option value="" ?selected=${chosen.role === ''}>${words.noRole}</option>
        ${parts.roles.map(
          (role) =>
            html`<option value=${role.value} ?selected=${chosen.role === role.value}>${role.label}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
    <button
      type="button"
      class="tag-remove"
      aria-label=${words.remove(name)}
      @click=${() => act.remove(place)}
    >
      ${icon('x')}
    </button>
  </div>`;
}

function listed(chosen: ChosenPupil & { kind: 'listed' }): TemplateResult {
  const { pupil } = chosen;
  const line = classLine(pupil);
  return html`<span class="tag-who"
    >${avatar(initialsOf(pupil.name), pupil.id, 32)}<span
      ><strong>${pupil.name}</strong> ${line === ''
        ? nothing
        : html`<span class="class">${line}</span>`}</span
    ></span
  >`;
}

/** A child who is not on the list, or whose name nobody knows: what is typed here a lead matches later. */
function described(
  chosen: ChosenPupil & { kind: 'not-on-list' | 'name-unknown' },
  place: number,
  parts: TagParts,
  act: TagActions,
): TemplateResult {
  const label = chosen.kind === 'not-on-list' ? words.describeNotOnList : words.describeUnknown;
  return html`<span class="tag-who"
    >${icon(chosen.kind === 'not-on-list' ? 'user-plus' : 'circle-question-mark')}<input
      class="describe"
      id="${parts.fieldId}-describe-${place}"
      type="text"
      autocomplete="off"
      maxlength="500"
      aria-label=${label}
      placeholder=${label}
      .value=${chosen.description}
      @input=${(event: Event) => act.describe(place, (event.target as HTMLInputElement).value)}
    />
  </span>`;
}
