import { html, nothing, type TemplateResult } from 'lit';
import type { PupilPage } from '../../../protocol/chronology';
import { dates } from '../../../protocol/words/language';
import { avatar } from '../../components/avatar';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { pupilPage as words } from '../../strings/chronology';
import { inbox } from '../../strings/inbox';
import { matters } from '../../strings/matters';
import { courtOrders, planPills } from './matter-cards';

type Contact = PupilPage['contacts'][number];

const longDate = dates({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "14 March 2018". @param day yyyy-mm-dd */
function dayWords(day: string): string {
  return longDate(Date.parse(`${day}T00:00:00Z`));
}

/** Who the page is about: no photo. @param actions the buttons beside the name */
export function pupilHead(pupil: PupilPage, actions: TemplateResult): TemplateResult {
  return html`<header class="pupil-head">
    ${avatar(pupil.initials, pupil.name, 56)}
    <div class="words">
      <h1>${pupil.name}</h1>
      <p class="hint">${lineOf(pupil)}</p>
    </div>
    <div class="page-actions">${actions}</div>
    ${chips(pupil)}
  </header>`;
}

/** "Class 4B, Mr Kunze. Year 4. Age 8, born 14 March 2018." */
function lineOf({ className, teacher, yearGroup, age, dateOfBirth, leftOn }: PupilPage): string {
  const parts = [
    className === null ? '' : words.classAndTeacher(className, teacher),
    yearGroup ?? '',
    age === null || dateOfBirth === null ? '' : words.age(age, dayWords(dateOfBirth)),
    leftOn === null ? '' : words.left(dayWords(leftOn)),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

function chips(pupil: PupilPage): TemplateResult | typeof nothing {
  const { sen, lookedAfter, marker, siblings, linked, matters } = pupil;
  const plans = planPills(pupil);
  const said = marker !== null || sen !== null || lookedAfter || plans.length > 0;
  if (!said && siblings.length === 0 && linked.length === 0) return nothing;
  // Said once: by the plan, where there is one.
  const byRoll = lookedAfter && !matters.some(({ details, current }) => isLookedAfter(details.kind, current));
  return html`<div class="pupil-chips">
    ${marker === null
      ? nothing
      : html`<span class="label-pill danger">${inbox.marker(marker.concerns, marker.days)}</span>`}
    ${plans} ${byRoll ? html`<span class="label-pill warn">${words.lookedAfter}</span>` : nothing}
    ${sen === null ? nothing : html`<span class="label-pill">${words.sen[sen]}</span>`}
    ${siblings.length === 0
      ? nothing
      : html`<ul class="beside" aria-label=${words.siblings}>
          ${siblings.map((one) => html`<li>${besideLink(one, words.siblings)}</li>`)}
        </ul>`}
    ${linked.length === 0
      ? nothing
      : html`<details class="linked">
          <summary>${words.linked} <span class="hint">${String(linked.length)}</span></summary>
          <ul class="beside">
            ${linked.map(
              (one) =>
                html`<li>
                  ${besideLink(one, '')} <span class="meta">${words.linkedRecords(one.records)}</span>
                </li>`,
            )}
          </ul>
        </details>`}
  </div>`;
}

function isLookedAfter(kind: string, current: boolean): boolean {
  return kind === 'looked-after' && current;
}

function besideLink({ id, name, className }: PupilPage['siblings'][number], title: string): TemplateResult {
  return html`<a href="/pupils/${id}" title=${title === '' ? nothing : title}
    >${icon('users')}<span>${[name, className].filter(Boolean).join(', ')}</span></a
  >`;
}

/** Marks a contact as *do not contact*, or takes the mark off. */
export type BarContact = (contact: Contact) => void;

/** Whom to ring. Orders of a court, and whom nobody may ring, stand in red above the others. */
export function contactsCard(pupil: PupilPage, bar: BarContact): TemplateResult {
  const { contacts, mayKeep } = pupil;
  const barred = contacts.filter(({ doNotContact }) => doNotContact);
  return html`<section class="contacts" aria-label=${words.contacts}>
    ${courtOrders(pupil)}
    ${barred.length === 0
      ? nothing
      : html`<heed-notice tone="danger" .heading=${words.doNotContact(barred.map(nameOf).join(', '))}
          >${words.doNotContactWhy}</heed-notice
        >`}
    <details class="card" ?open=${barred.length > 0}>
      <summary><h2 class="h2">${words.contacts}</h2></summary>
      ${contacts.length === 0
        ? html`<p class="hint">${words.noContacts}</p>`
        : html`<ul class="rows">
            ${contacts
              .toSorted((one, other) => Number(other.doNotContact) - Number(one.doNotContact))
              .map((one) => contactRow(one, mayKeep ? bar : null))}
          </ul>`}
    </details>
  </section>`;
}

function contactRow(contact: Contact, bar: BarContact | null): TemplateResult {
  const { relationship, phone, parentalResponsibility, doNotContact } = contact;
  const line = [contact.name === null ? '' : relationship, parentalResponsibility ? words.responsible : '']
    .filter(Boolean)
    .join('. ');
  return html`<li class="list-row lean ${doNotContact ? 'barred' : ''}">
    <span
      ><strong>${nameOf(contact)}</strong>${line === '' ? nothing : html`<span class="hint">${line}</span>`}
      ${doNotContact
        ? html`<span class="barred-word">${icon('circle-alert')}${words.doNotContact('')}</span>`
        : nothing}</span
    >
    <span class="contact-ways"
      >${phone === null || doNotContact
        ? nothing
        : html`<a class="phone-link" href="tel:${phone.replace(/[^+\d]/g, '')}">${icon('phone')}${phone}</a>`}
      ${bar
        ? html`<button type="button" class="button quiet small no-print" @click=${() => bar(contact)}>
            ${(doNotContact ? matters.free : matters.bar).button}
          </button>`
        : nothing}</span
    >
  </li>`;
}

export function nameOf({ name, relationship }: Contact): string {
  return name ?? relationship ?? words.unnamed;
}
