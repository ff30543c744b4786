import { html, nothing, type TemplateResult } from 'lit';
import type { ListedStaff } from '../../../../../protocol/staff';
import { icon } from '../../../../components/heed-icon';
import { share as words } from '../../../../strings/admin/share';
import { standingOf } from '../standing';

export interface PeopleGiven {
  /** Whoever has not left, by name. */
  readonly people: readonly ListedStaff[];
  readonly chosen: ReadonlySet<string>;
  readonly busy: boolean;
  readonly choose: (ids: readonly string[]) => void;
  readonly mail: () => void;
  readonly print: () => void;
}

/** Whom to mail, and for whom to print. */
export function peopleCard(given: PeopleGiven): TemplateResult {
  const { people, chosen, busy, choose } = given;
  const fresh = people.filter(isFresh);
  const idsOf = (some: readonly ListedStaff[]) => some.map(({ id }) => id);
  const none = chosen.size === 0;
  const mailed = people.filter(({ id, email }) => chosen.has(id) && email !== null);
  return html`<section class="card stack no-print">
    <h2>${words.people}</h2>
    <p class="hint">${words.peopleWhy}</p>
    <div class="row">
      ${fresh.length > 0 && fresh.length < people.length
        ? html`<button type="button" class="button small" @click=${() => choose(idsOf(fresh))}>
            ${words.chooseNew(fresh.length)}
          </button>`
        : nothing}
      <button type="button" class="button small" @click=${() => choose(idsOf(people))}>
        ${words.chooseAll(people.length)}
      </button>
      <button type="button" class="button quiet small" ?disabled=${none} @click=${() => choose([])}>
        ${words.chooseNone}
      </button>
    </div>
    <ul class="share-people">
      ${people.map((person) => personLine(person, given))}
    </ul>
    <div class="row apart">
      <p class="hint" role="status">${words.chosen(chosen.size)}</p>
      <span class="row">
        <button type="button" class="button" ?disabled=${none} @click=${given.print}>
          ${icon('printer')}${words.print(chosen.size)}
        </button>
        <button type="button" class="button primary" ?disabled=${none || busy} @click=${given.mail}>
          ${icon('mail')}${words.mail(mailed.length)}
        </button>
      </span>
    </div>
  </section>`;
}

function personLine(person: ListedStaff, { chosen, choose }: PeopleGiven): TemplateResult {
  const toggle = (on: boolean) =>
    choose([...[...chosen].filter((id) => id !== person.id), ...(on ? [person.id] : [])]);
  return html`<li>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${chosen.has(person.id)}
        @change=${(event: Event) => toggle((event.target as HTMLInputElement).checked)}
      /><span>${person.name}<small class="hint">${stateOf(person)}</small></span></label
    >
  </li>`;
}

/** Was given neither a link nor a slip that works or was used. */
function isFresh({ invitedAt, firstLogInAt, slip }: ListedStaff): boolean {
  const given = slip?.state === 'open' || slip?.state === 'used';
  return invitedAt === null && firstLogInAt === null && !given;
}

function stateOf(person: ListedStaff): string {
  const { email, firstLogInAt, invitedAt } = person;
  if (email === null) return person.slip ? standingOf(person, 'invited', []).text : words.noEmail;
  if (firstLogInAt !== null) return words.loggedIn;
  return invitedAt === null ? words.fresh : words.invited;
}
