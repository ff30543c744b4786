import { rowHeadings, type ImportedRow, type ImportSheet } from '../../../protocol/changes/import';
import type { KnownSchool } from '../../sheets/known-school';
import { nameKey } from '../../sheets/name-key';
import { rowsHere } from '../../sheets/rows-here';
import { byKey, listOf, notIn, sameText, textOf, type SheetRow } from '../../sheets/sheet-row';
import { rowsOfPlan } from './rows-of-plan';
import type { Sheets } from './sheets';

/** A sheet beside the school as it is. */
export interface Compared {
  readonly rows: readonly ImportedRow[];
  /** Rows that say nothing new. */
  readonly same: number;
  /** Rows that are left alone, by title: who or what they name has left, was closed or was joined with another. */
  readonly leftAlone: readonly string[];
}

/** What importing one sheet would add, change and move. Nothing is ever taken away. */
export function compareSheet(sheet: ImportSheet, sheets: Sheets, known: KnownSchool): Compared {
  const here = byKey(rowsHere(sheet, known));
  const gone = goneOf(sheet, known);
  const wanted = rowsOfPlan(sheet, sheets, known);
  // Who is not here yet has no group to be moved from: their row of Staff says which.
  const rows = wanted.filter(({ key }) => sheet !== 'Staff’s groups' || here.has(nameKey(key)));
  const alone = wanted.filter((row) => !here.has(nameKey(row.key)) && gone.has(nameKey(row.key)));
  const compared = rows
    .filter((row) => !alone.includes(row))
    .map((row) => rowOf(row, here.get(nameKey(row.key))));
  const changed = compared.filter((row) => row !== null);
  return {
    rows: changed,
    same: compared.length - changed.length,
    leftAlone: alone.map(({ title }) => title),
  };
}

/** Somebody or something that stands elsewhere afterwards. */
const MOVES: ReadonlySet<string> = new Set([rowHeadings.onRoll, 'Class', 'Year group', 'User group']);

/** Null where the sheet says nothing new. */
function rowOf(wanted: SheetRow, here: SheetRow | undefined): ImportedRow | null {
  const fields = Object.entries(wanted.fields).flatMap(([name, to]): ImportedRow['fields'] => {
    const from = here?.fields[name];
    if (Array.isArray(to)) {
      const added = notIn(to, listOf(from));
      return added.length === 0 ? [] : [{ name, from: [], to: added }];
    }
    if (to === '' || (from !== undefined && sameText(name, textOf(from), textOf(to)))) return [];
    return [{ name, from: textOf(from), to }];
  });
  const { key, title } = here ?? wanted;
  if (!here) return { key, title, what: 'add', fields };
  if (fields.length === 0) return null;
  return { key, title, what: fields.some(({ name }) => MOVES.has(name)) ? 'move' : 'change', fields };
}

/** Keys of what was here and is no more; a spreadsheet that goes on naming it brings nothing back. */
function goneOf(sheet: ImportSheet, known: KnownSchool): ReadonlySet<string> {
  const { nameOf } = known;
  switch (sheet) {
    case 'Staff':
    case 'Staff’s groups':
      return keys(known.staff.map(({ key }) => key));
    case 'Classes':
      return keys(known.classes.map(({ id }) => nameOf(id)));
    case 'Categories':
      return keys(known.categories.map(({ id }) => nameOf(id)));
    case 'Pupils':
      return keys(known.joined);
    case 'Places':
    case 'Agencies':
      return keys(known.removed);
    default:
      return new Set();
  }
}

const keys = (names: readonly string[]) => new Set(names.map(nameKey));
