import type { ImportedRow } from '../../protocol/changes/import';
import { nameKey } from './name-key';

/** What stands under one heading: a text, empty where nothing is said, or a list that is only added to. */
export type Field = ImportedRow['fields'][number]['from'];

/** One row of a sheet, or what would be its row: words only, so that a person can compare it. */
export interface SheetRow {
  /** What the row is found by again; compare by `nameKey`. */
  readonly key: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** Rows by their keys. */
export function byKey<Row extends SheetRow>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [nameKey(row.key), row]));
}

/** A flag as a cell shows it. */
export const yesNo = (flag: boolean | number): string => (flag ? 'yes' : 'no');

/** A text, empty for a list. */
export const textOf = (field: Field | undefined): string => (typeof field === 'string' ? field : '');

/** A list, empty for a text. */
export const listOf = (field: Field | undefined): readonly string[] => (Array.isArray(field) ? field : []);

/** Fields whose text is a name of something: how it is spelled says nothing. */
const NAMES: ReadonlySet<string> = new Set([
  'Year group',
  'Class',
  'Teacher e-mail',
  'Parent',
  'User group',
  'Lead',
  'Head',
]);

/** Whether two texts under one heading say the same. */
export function sameText(heading: string, one: string, other: string): boolean {
  return NAMES.has(heading) ? nameKey(one) === nameKey(other) : one === other;
}

/** What of a list is not in the other one. */
export function notIn(list: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other.map(nameKey));
  return list.filter((item) => !there.has(nameKey(item)));
}
