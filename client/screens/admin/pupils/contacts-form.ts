import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../../protocol/changes/pupils';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { pupilContacts as words } from '../../../strings/admin/pupils';
import type { FormGiven } from './pupil-form';

/** As many as the school may keep of one pupil (protocol/changes/pupils.ts). */
const MOST = 10;
const blank: Contact = {
  name: '',
  relationship: '',
  phone: '',
  parentalResponsibility: false,
  doNotContact: false,
};

/** Whom to ring about a pupil, and whom never to. */
export function contactsCard({ draft, keep }: FormGiven): TemplateResult {
  const { contacts } = draft;
  const put = (at: number, part: Partial<Contact>) =>
    keep({ contacts: contacts.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const remove = (at: number) => keep({ contacts: contacts.filter((_, index) => index !== at) });
  return html`<section class="card" aria-labelledby="contacts">
    <h2 id="contacts">${words.title}</h2>
    ${contacts.length === 0 ? html`<p class="hint">${words.none}</p>` : nothing}
    ${contacts.map((contact, at) =>
      contactFields(contact, at, {
        put: (part) => put(at, part),
        remove: () => remove(at),
      }),
    )}
    ${contacts.length < MOST
      ? html`<button type="button" class="button" @click=${() => keep({ contacts: [...contacts, blank] })}>
          ${icon('plus')}${words.add}
        </button>`
      : nothing}
  </section>`;
}

interface ContactEvents {
  readonly put: (part: Partial<Contact>) => void;
  readonly remove: () => void;
}

function contactFields(contact: Contact, at: number, on: ContactEvents): TemplateResult {
  const text = (key: 'name' | 'relationship' | 'phone') =>
    textField({
      id: `contact-${String(at)}-${key}`,
      label: words[key],
      value: contact[key] ?? '',
      typed: (value) => on.put({ [key]: value }),
    });
  const check = (key: 'parentalResponsibility' | 'doNotContact') =>
    html`<label class="check"
      ><input
        type="checkbox"
        .checked=${contact[key]}
        @change=${(event: Event) => on.put({ [key]: (event.target as HTMLInputElement).checked })}
      /><span>${words[key]}</span></label
    >`;
  return html`<fieldset class="contact ${contact.doNotContact ? 'never' : ''}">
    <legend>${words.one(at + 1)}</legend>
    <div class="field-grid three">${text('name')} ${text('relationship')} ${text('phone')}</div>
    <div class="contact-marks">
      ${check('parentalResponsibility')} ${check('doNotContact')}
      <button type="button" class="button quiet small" @click=${on.remove}>
        ${icon('trash-2')}${words.remove}
      </button>
    </div>
    ${contact.doNotContact
      ? html`<p class="never-line">${icon('triangle-alert')}${words.never}</p>`
      : nothing}
  </fieldset>`;
}
