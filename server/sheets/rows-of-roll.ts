import { rowHeadings } from '../../protocol/changes/import';
import type { Contact } from '../../protocol/changes/pupils';
import type { KnownPupil } from './known-pupils';
import type { KnownSchool } from './known-school';
import { yesNo, type SheetRow } from './sheet-row';

/** Year groups and open classes; a year group’s key says that it is one. */
export function classRows({ classes, years, nameOf }: KnownSchool): SheetRow[] {
  return [
    ...years.map(({ id }) => yearRow(nameOf(id))),
    ...classes
      .filter(({ disabled_at }) => disabled_at === null)
      .map((row) => ({
        key: nameOf(row.id),
        title: nameOf(row.id),
        fields: {
          'Year group': nameOf(row.year_group_id),
          'Teacher e-mail': row.teacher_id === null ? '' : nameOf(row.teacher_id),
        },
      })),
  ];
}

const YEAR = 'year group\u001f';

export function yearRow(name: string): SheetRow {
  return { key: `${YEAR}${name}`, title: name, fields: {} };
}

export const isYear = ({ key }: Pick<SheetRow, 'key'>): boolean => key.startsWith(YEAR);

/** Every pupil, leavers too. */
export function pupilRows(known: KnownSchool): SheetRow[] {
  return known.pupils.map((pupil) => ({
    key: pupil.key,
    title: pupilTitle(pupil),
    fields: {
      [rowHeadings.onRoll]: yesNo(!pupil.left),
      UPN: pupil.upn ?? '',
      'Pupil ID': pupil.pupilRef ?? '',
      'First name': pupil.firstName,
      'Last name': pupil.lastName,
      'Preferred name': pupil.preferredName ?? '',
      'Date of birth': pupil.dateOfBirth,
      Sex: pupil.sex ?? '',
      Class: known.nameOf(pupil.classId),
      'Year group': known.nameOf(pupil.yearGroupId),
      SEN: pupil.sen ?? '',
      'Free school meals': yesNo(pupil.freeSchoolMeals),
      'Looked after': yesNo(pupil.lookedAfter),
      EAL: yesNo(pupil.eal),
      Contacts: pupil.contacts.map(contactText),
      Siblings: pupil.siblings.map(known.nameOf).filter(Boolean),
      'Connected staff': pupil.connected.map(known.nameOf),
    },
  }));
}

export function pupilTitle(
  pupil: Pick<KnownPupil, 'firstName' | 'lastName'> & { preferredName?: string | null },
): string {
  return `${pupil.preferredName ?? pupil.firstName} ${pupil.lastName}`;
}

type ContactFacts = Pick<Contact, 'name' | 'relationship' | 'phone'>;

/** "Leila Khan · mother · 07700 900123": a blank part is left blank, so that `readContact` finds each again. */
export function contactText({ name, relationship, phone }: ContactFacts): string {
  return [name, relationship, phone].map((part) => (part ?? '').replaceAll('·', '.')).join(' · ');
}

/** Takes such a text apart. */
export function readContact(text: string): ContactFacts {
  const [name, relationship, phone] = text.split('·').map((part) => part.trim() || null);
  return { name: name ?? null, relationship: relationship ?? null, phone: phone ?? null };
}
