import { html, nothing, type TemplateResult } from 'lit';
import { administrationRights, type AdministrationRight } from '../../../../protocol/administration';
import { textField } from '../../../components/text-field';
import { adminFrame } from '../../../strings/admin/frame';
import { userGroups as words } from '../../../strings/admin/groups';

const NAME = 'group-name';

/** What a form says of one group. */
export interface GroupFacts {
  readonly name: string;
  readonly higherLevel: boolean;
  readonly unrestricted: boolean;
  readonly administration: readonly AdministrationRight[];
}

export interface GroupFormEvents {
  readonly done: (facts: GroupFacts) => void;
  readonly cancel: () => void;
  /** null: this group cannot be removed here */
  readonly remove: (() => void) | null;
}

/** One group with everything that can be said of it but its rights in the matrix. @param fault what is wrong with the name */
export function groupForm(
  title: string,
  facts: GroupFacts,
  fault: string | null,
  on: GroupFormEvents,
): TemplateResult {
  return html`<form
    class="card group-form stack"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      on.done(read(event.target as HTMLFormElement));
    }}
  >
    <h2>${title}</h2>
    ${textField({
      id: NAME,
      label: words.name,
      value: facts.name,
      error: fault ?? '',
      typed: () => undefined,
    })}
    ${checkbox('higherLevel', words.higherLevel, words.higherLevelWhy, facts.higherLevel)}
    ${checkbox('unrestricted', words.unrestricted, words.unrestrictedWhy, facts.unrestricted)}
    <fieldset>
      <legend>${words.administration}</legend>
      <p class="hint">${words.administrationWhy}</p>
      <div class="check-grid">
        ${administrationRights.map((right) =>
          checkbox(right, adminFrame.rights[right], null, facts.administration.includes(right)),
        )}
      </div>
    </fieldset>
    <div class="row apart">
      ${on.remove
        ? html`<button type="button" class="button quiet" @click=${on.remove}>${words.remove}</button>`
        : html`<span></span>`}
      <span class="row"
        ><button type="button" class="button" @click=${on.cancel}>${words.cancel}</button>
        <button type="submit" class="button primary">${words.done}</button></span
      >
    </div>
  </form>`;
}

function checkbox(name: string, label: string, why: string | null, checked: boolean): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" name=${name} .checked=${checked} /><span
      >${label}${why ? html`<small class="hint">${why}</small>` : nothing}</span
    ></label
  >`;
}

function read(form: HTMLFormElement): GroupFacts {
  const data = new FormData(form);
  const name = data.get(NAME);
  return {
    name: typeof name === 'string' ? name.trim() : '',
    higherLevel: data.has('higherLevel'),
    unrestricted: data.has('unrestricted'),
    administration: administrationRights.filter((right) => data.has(right)),
  };
}
