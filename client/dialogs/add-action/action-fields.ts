import { html, nothing, type TemplateResult } from 'lit';
import {
  actionKinds,
  leadKinds,
  type ActionChoices,
  type ActionKind,
} from '../../../protocol/concern-actions';
import { dateField } from '../../components/date-field';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import '../../components/heed-notice';
import { selectField } from '../../components/select-field';
import { action as words } from '../../strings/concern-actions';
import { fieldIds, type ActionFaults } from './action-faults';
import type { KeptAction } from './kept-text';

/** What the fields are drawn from. */
export interface ActionFields {
  readonly begun: KeptAction;
  /** null while they are on their way */
  readonly choices: ActionChoices | null;
  readonly leads: boolean;
  readonly faults: ActionFaults;
  readonly set: (given: Partial<Omit<KeptAction, 'actionId'>>) => void;
}

/** Kind, when it happened, and of a referral the agency. */
export function kindFields(fields: ActionFields): TemplateResult {
  const { begun, leads, set } = fields;
  const kinds = actionKinds.filter((kind) => leads || !leadKinds.includes(kind));
  return html`${selectField({
    id: fieldIds.kind,
    label: words.kind,
    value: begun.kind,
    options: kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    chosen: (kind) => set({ kind: kind as ActionKind }),
  })}
  ${whenFields(fields)} ${begun.kind === 'referral' ? agencyField(fields) : nothing}`;
}

/** Empty both: it happened now. */
function whenFields({ begun, faults, set }: ActionFields): TemplateResult {
  const { day: error = '' } = faults;
  return html`<fieldset class=${error === '' ? '' : 'invalid'}>
    <legend class="label">${words.when}</legend>
    ${hintPart(fieldIds.day, words.whenHint)} ${errorPart(fieldIds.day, error)}
    <div class="field-pair">
      <div class="field">
        <label class="label small" for=${fieldIds.day}>${words.day}</label>
        <input
          class="input"
          id=${fieldIds.day}
          type="date"
          autocomplete="off"
          aria-invalid=${error === '' ? nothing : 'true'}
          aria-describedby=${describedBy(fieldIds.day, words.whenHint, error)}
          .value=${begun.day}
          @change=${(event: Event) => set({ day: valueOf(event) })}
        />
      </div>
      <div class="field">
        <label class="label small" for=${fieldIds.time}>${words.time}</label>
        <input
          class="input"
          id=${fieldIds.time}
          type="time"
          autocomplete="off"
          .value=${begun.time}
          @change=${(event: Event) => set({ time: valueOf(event) })}
        />
      </div>
    </div>
  </fieldset>`;
}

function agencyField({ begun, choices, faults, set }: ActionFields): TemplateResult {
  if (choices?.agencies.length === 0) return html`<heed-notice tone="warn">${words.noAgencies}</heed-notice>`;
  const known = (choices?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return selectField({
    id: fieldIds.agency,
    label: words.agency,
    value: begun.agencyId,
    options: [{ value: '', label: words.chooseAgency }, ...known],
    chosen: (agencyId) => set({ agencyId }),
    error: faults.agency ?? '',
  });
}

/** Whom nobody may ring, before it is too late. */
export function barredLine({ begun, choices }: ActionFields): TemplateResult | typeof nothing {
  const asks = begun.kind === 'home' || begun.kind === 'call';
  if (!asks || !choices) return nothing;
  const orders = choices.courtOrders.map(
    ({ pupil, text }) =>
      html`<heed-notice tone="danger" sign="triangle-alert" .heading=${words.courtOrder(pupil)} role="alert"
        ><p class="prose">${text ?? words.courtOrderHidden}</p></heed-notice
      >`,
  );
  if (choices.doNotContact.length === 0) return orders.length === 0 ? nothing : html`${orders}`;
  return html`${orders}<heed-notice tone="danger" sign="triangle-alert" .heading=${words.barred} role="alert"
      >${choices.doNotContact.map(
        ({ contact, pupil }) => html`<p>${words.barredWho(contact, pupil)}</p>`,
      )}</heed-notice
    >`;
}

/** By which day something is still to be done, and whose it is. */
export function dueFields(fields: ActionFields): TemplateResult {
  const { begun, set } = fields;
  if (begun.kind === 'referral') return dueDay(fields, words.answerBy);
  return html`<label class="shortcut-switch"
      ><input
        type="checkbox"
        autocomplete="off"
        .checked=${begun.isDue}
        @change=${(event: Event) => set({ isDue: (event.target as HTMLInputElement).checked })}
      /><span>${words.addDue}</span></label
    >
    ${begun.isDue ? dueDay(fields, words.due) : nothing}`;
}

function dueDay({ begun, choices, leads, faults, set }: ActionFields, label: string): TemplateResult {
  const owners = choices?.owners ?? [];
  const you = owners.find((one) => one.you)?.id ?? '';
  return html`<div class="field-pair">
    ${dateField({
      id: fieldIds.due,
      label,
      value: begun.dueDay,
      chosen: (dueDay) => set({ dueDay }),
      hint: words.dueHint,
      error: faults.due ?? '',
    })}
    ${leads && owners.length > 1
      ? selectField({
          id: fieldIds.owner,
          label: words.owner,
          value: begun.ownerId === '' ? you : begun.ownerId,
          options: owners.map((one) => ({ value: one.id, label: one.you ? words.you(one.name) : one.name })),
          chosen: (ownerId) => set({ ownerId }),
        })
      : nothing}
  </div>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
