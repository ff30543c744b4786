import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ChangeOf } from '../../../../protocol/changes/change';
import type { ListedStaff } from '../../../../protocol/staff';
import { locale } from '../../../../protocol/words/language';
import { icon } from '../../../components/heed-icon';
import { dutyList as words, staffMember } from '../../../strings/admin/staff';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { loadStaff, type LoadedStaff } from './load-staff';

type Duty = Omit<ChangeOf<'duty.set'>, 'kind'>;
const DUTY = 'duty';

/** Who the lead, the deputies in their order, the head and the chair are. */
@customElement('heed-duty-screen')
export class HeedDutyScreen extends AdminPage<LoadedStaff> {
  protected readonly right = 'staff';
  private readonly _tray = new ChangeTray(this);

  protected load(): Promise<LoadedStaff> {
    return loadStaff();
  }

  protected page(loaded: LoadedStaff): PageParts {
    const present = loaded.staff.filter(({ leftAt }) => leftAt === null);
    const duty = this._dutyOf(loaded);
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/admin/staff', title: staffMember.back },
      content: html`<section class="card stack duty">
        ${this._renderOne('lead', duty, present)} ${this._renderDeputies(duty, present)}
        ${this._renderOne('head', duty, present)} ${this._renderOne('chair', duty, present)}
        ${this._renderNamed(duty, present)}
      </section>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _dutyOf(loaded: LoadedStaff): Duty {
    const unsaved = this._tray.find(DUTY);
    if (unsaved?.kind === 'duty.set') return unsaved;
    const holding = (role: 'lead' | 'head' | 'chair') =>
      loaded.staff.find(({ duty }) => duty.includes(role))?.id;
    return {
      lead: holding('lead') ?? '',
      deputies: [...loaded.deputies],
      head: holding('head') ?? '',
      chair: holding('chair') ?? null,
      named: loaded.staff.filter(({ duty }) => duty.includes('named')).map(({ id }) => id),
    };
  }

  private _set(duty: Duty, now: Partial<Duty>): void {
    const { lead, deputies, head, chair, named } = { ...duty, ...now };
    this._tray.put(DUTY, { kind: 'duty.set', lead, deputies: [...new Set(deputies)], head, chair, named });
  }

  private _renderOne(
    role: 'lead' | 'head' | 'chair',
    duty: Duty,
    present: readonly ListedStaff[],
  ): TemplateResult {
    const chosen = duty[role];
    const holder = present.find(({ id }) => id === chosen);
    return html`<div class="field">
      <label class="label" for="duty-${role}">${words[role]}</label>
      ${this._renderSelect(`duty-${role}`, chosen ?? '', present, {
        none: role === 'chair' || chosen === '' ? words.nobody : null,
        chosen: (id) => this._set(duty, { [role]: role === 'chair' && id === '' ? null : id }),
      })}
      ${holder ? html`<p class="hint">${reachedBy(holder)}</p>` : nothing}
    </div>`;
  }

  private _renderDeputies(duty: Duty, present: readonly ListedStaff[]): TemplateResult {
    const free = present.filter(({ id }) => id !== duty.lead && !duty.deputies.includes(id));
    const named = duty.deputies.flatMap((id) => present.find((one) => one.id === id) ?? []);
    return html`<fieldset class="field">
      <legend class="label">${words.deputies}</legend>
      ${named.length === 0 ? html`<p class="hint">${words.noDeputies}</p>` : nothing}
      <ol class="duty-deputies">
        ${named.map((person, at) => this._renderDeputy(duty, person, at))}
      </ol>
      ${this._renderSelect('duty-add', '', free, {
        none: words.addDeputy,
        label: words.addDeputy,
        chosen: (id) => this._set(duty, { deputies: [...duty.deputies, id] }),
      })}
    </fieldset>`;
  }

  private _renderDeputy(duty: Duty, person: ListedStaff, at: number): TemplateResult {
    const swap = (by: number) => {
      const deputies = [...duty.deputies];
      const [one] = deputies.splice(at, 1);
      if (one) deputies.splice(at + by, 0, one);
      this._set(duty, { deputies });
    };
    return html`<li>
      <span class="grow"
        ><strong>${person.name}</strong><small class="hint">${reachedBy(person)}</small></span
      >
      ${button('chevron-up', words.earlier(person.name), at === 0, () => swap(-1))}
      ${button('chevron-down', words.later(person.name), at === duty.deputies.length - 1, () => swap(1))}
      ${button('x', words.remove(person.name), false, () =>
        this._set(duty, { deputies: duty.deputies.filter((id) => id !== person.id) }),
      )}
    </li>`;
  }

  private _renderNamed(duty: Duty, present: readonly ListedStaff[]): TemplateResult {
    const named = duty.named.flatMap((id) => present.find((one) => one.id === id) ?? []);
    const free = present.filter(({ id }) => !duty.named.includes(id));
    return html`<fieldset class="field">
      <legend class="label">${words.named}</legend>
      <p class="hint">${words.namedWhy}</p>
      <ul class="duty-deputies">
        ${named.length === 0 ? html`<li><span class="grow">${words.namedHead}</span></li>` : nothing}
        ${named.map(
          (person) =>
            html`<li>
              <span class="grow"><strong>${person.name}</strong></span>
              ${button('x', words.remove(person.name), false, () =>
                this._set(duty, { named: duty.named.filter((id) => id !== person.id) }),
              )}
            </li>`,
        )}
      </ul>
      ${this._renderSelect('duty-named', '', free, {
        none: words.addNamed,
        label: words.addNamed,
        chosen: (id) => this._set(duty, { named: [...duty.named, id] }),
      })}
    </fieldset>`;
  }

  private _renderSelect(
    id: string,
    value: string,
    people: readonly ListedStaff[],
    given: { none: string | null; label?: string; chosen: (id: string) => void },
  ): TemplateResult {
    const sorted = [...people].sort((a, b) => a.name.localeCompare(b.name, locale));
    return html`<span class="select-box"
      ><select
        class="select"
        id=${id}
        aria-label=${given.label ?? nothing}
        .value=${value}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          given.chosen(select.value);
          if (given.label) select.value = '';
        }}
      >
        ${given.none === null
          ? nothing
          : html`<option value="" .selected=${value === ''}>${given.none}</option>`}
        ${sorted.map(
          (person) =>
            html`<option value=${person.id} .selected=${person.id === value}>${person.name}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >`;
  }
}

function button(
  sign: 'chevron-up' | 'chevron-down' | 'x',
  label: string,
  off: boolean,
  on: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only"
    aria-label=${label}
    ?disabled=${off}
    @click=${on}
  >
    ${icon(sign)}
  </button>`;
}

function reachedBy({ phone }: ListedStaff): string {
  return phone === null ? words.noPhone : words.phone(phone);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-duty-screen': HeedDutyScreen;
  }
}
