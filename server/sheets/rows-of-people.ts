import { rowTitles } from '../../protocol/words/import/titles';
import type { KnownSchool } from './known-school';
import type { KnownStaff } from './known-staff';
import type { SheetRow } from './sheet-row';

/** Everybody on the staff but leavers and the chair, whom Heed keeps itself. */
export function presentStaff({ staff, groups }: KnownSchool): KnownStaff[] {
  const builtIn = new Set(groups.filter(({ built_in }) => built_in !== null).map(({ id }) => id));
  return staff.filter(({ left, groupId }) => !left && !builtIn.has(groupId));
}

export function staffTitle(person: Pick<KnownStaff, 'firstName' | 'lastName'>): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

/** Staff and what the school says of them; their groups stand in rows of their own. */
export function staffRows(known: KnownSchool): SheetRow[] {
  return presentStaff(known).map((person) => ({
    key: person.key,
    title: staffTitle(person),
    fields: {
      'First name': person.firstName,
      'Last name': person.lastName,
      Title: person.title ?? '',
      'Known as': person.knownAs ?? '',
      'Phone or radio': person.phone ?? '',
      'Job title': person.jobTitle ?? '',
      Classes: person.classes.map(known.nameOf),
    },
  }));
}

/** Which group each of them is in. */
export function staffGroupRows(known: KnownSchool): SheetRow[] {
  return presentStaff(known).map((person) => ({
    key: person.key,
    title: staffTitle(person),
    fields: { 'User group': known.nameOf(person.groupId) },
  }));
}

/** Lead, deputies and head, as the sheet School names them; one row, since the duty list is set as a whole. */
export function dutyRows({ duty, nameOf }: KnownSchool): SheetRow[] {
  const named = (role: string) =>
    duty.filter((row) => row.role === role).map(({ staff_id }) => nameOf(staff_id));
  return [dutyRow(named('lead')[0] ?? '', named('deputy'), named('head')[0] ?? '')];
}

export function dutyRow(lead: string, deputies: readonly string[], head: string): SheetRow {
  return {
    key: 'duty list',
    title: rowTitles.dutyList,
    fields: { Lead: lead, Deputies: [...deputies], Head: head },
  };
}
