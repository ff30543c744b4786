import type { ImportedRow, ImportSheet } from '../../../protocol/changes/import';
import type { KnownSchool, SheetNoun } from '../../sheets/known-school';
import { nameKey } from '../../sheets/name-key';
import { presentStaff } from '../../sheets/rows-of-people';
import { listOf, textOf } from '../../sheets/sheet-row';

/** Something that a row names and that is not here, with the heading it stands under and the sheet that brings it. */
export interface Need {
  readonly heading: string;
  readonly sheet: ImportSheet;
  readonly name: string;
}

/** What stands under a heading is a name of one of these. Siblings wait for nobody: each names the other. */
const NOUNS: Readonly<Record<string, SheetNoun>> = {
  'User group': 'group',
  'Allowed user groups': 'group',
  Class: 'class',
  Classes: 'class',
  'Year group': 'year',
  'Year groups': 'year',
  Parent: 'category',
  Category: 'category',
  Categories: 'category',
  'Teacher e-mail': 'staff',
  Lead: 'staff',
  Head: 'staff',
  Deputies: 'staff',
  Members: 'staff',
  Staff: 'staff',
  'Allowed staff': 'staff',
  'Connected staff': 'staff',
  'Alert groups': 'alert group',
};
const SHEET_OF: Readonly<Record<SheetNoun, ImportSheet>> = {
  group: 'User groups',
  class: 'Classes',
  year: 'Classes',
  category: 'Categories',
  staff: 'Staff',
  pupil: 'Pupils',
  'alert group': 'Alert groups',
};

/** What each row of a sheet names that is neither here nor added by the sheet itself; somebody who has left is not here. */
export function whatRowsNeed(
  sheet: ImportSheet,
  rows: readonly ImportedRow[],
  known: KnownSchool,
): (row: ImportedRow) => Need[] {
  const staff = new Set(presentStaff(known).map(({ key }) => nameKey(key)));
  const added = new Set(rows.flatMap(({ what, title }) => (what === 'add' ? [nameKey(title)] : [])));
  const isHere = (noun: SheetNoun, name: string) => {
    if (SHEET_OF[noun] === sheet && added.has(nameKey(name))) return true;
    return noun === 'staff' ? staff.has(nameKey(name)) : known.find(noun, name) !== undefined;
  };
  return (row) =>
    row.fields.flatMap(({ name: heading, to }) => {
      const noun = NOUNS[heading];
      const names = [textOf(to), ...listOf(to)].filter((name) => name !== '' && name !== '*');
      if (noun === undefined) return [];
      return names
        .filter((name) => !isHere(noun, name))
        .map((name) => ({ heading, sheet: SHEET_OF[noun], name }));
    });
}
