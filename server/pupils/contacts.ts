import * as v from 'valibot';
import type { Contact } from '../../protocol/changes/pupils';

/** A contact as an import writes it, and what the school says of contacts beside it, by the contact's key. */
const importedSchema = v.array(
  v.object({
    name: v.optional(v.nullable(v.string())),
    relationship: v.optional(v.nullable(v.string())),
    phone: v.optional(v.nullable(v.string())),
  }),
);
const flagsSchema = v.record(
  v.string(),
  v.object({ parentalResponsibility: v.boolean(), doNotContact: v.boolean() }),
);

/** Opens the contacts of a pupil out of their two cells; an unknown flag is false. */
export function readContacts(contacts: string | null, flags: string | null): Contact[] {
  const marked = flags ? v.parse(flagsSchema, JSON.parse(flags)) : {};
  const people = contacts ? v.parse(importedSchema, JSON.parse(contacts)) : [];
  return people.map(({ name = null, relationship = null, phone = null }) => {
    const contact = { name, relationship, phone };
    const { parentalResponsibility = false, doNotContact = false } = marked[keyOf(contact)] ?? {};
    return { ...contact, parentalResponsibility, doNotContact };
  });
}

/** Writes them back: people as an import has them, flags apart, so that a later import cannot take a flag away. */
export function writeContacts(contacts: readonly Contact[]): {
  contacts: string | null;
  contact_flags: string;
} {
  const people = contacts.map(({ name, relationship, phone }) => ({
    ...(name ? { name } : {}),
    ...(relationship ? { relationship } : {}),
    ...(phone ? { phone } : {}),
  }));
  const flags = contacts.map((one) => {
    const { parentalResponsibility, doNotContact } = one;
    return [keyOf(one), { parentalResponsibility, doNotContact }] as const;
  });
  return {
    contacts: people.length > 0 ? JSON.stringify(people) : null,
    contact_flags: JSON.stringify(Object.fromEntries(flags)),
  };
}

/** Whether two entries speak of the same person. */
export function sameContact(one: Contact, other: Contact): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ name, relationship, phone }: Pick<Contact, 'name' | 'relationship' | 'phone'>): string {
  return (name ?? phone ?? relationship ?? '').normalize('NFKC').trim().toLowerCase();
}
