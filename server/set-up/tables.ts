import { twiceFaults } from '../../protocol/words/import/names';
import { leftAlone, missingFaults } from '../../protocol/words/import/sheets';
import { COLUMNS, SETTINGS, SHEET_NAMES, OPTIONAL_SHEETS } from './columns';
import type { Column, ColumnName, SettingName, SheetName } from './columns';
import type { Findings } from './findings';
import { nameKey } from '../sheets/name-key';
import { columnOf, rowOf, type Cell, type Sheet, type Workbook } from './workbook/workbook';

/** One filled row of a known sheet, its cells by the heading they stand under, their text trimmed. */
export class Row<C extends string = string> {
  readonly sheet: SheetName;
  readonly number: number;
  #cells: ReadonlyMap<string, Cell>;

  constructor(sheet: SheetName, number: number, cells: ReadonlyMap<string, Cell>) {
    this.sheet = sheet;
    this.number = number;
    this.#cells = cells;
  }

  /** Whether the sheet has this column at all. */
  has(column: C): boolean {
    return this.#cells.has(column);
  }

  /** The trimmed text under a heading; blank when the cell or the whole column is not there. */
  text(column: C): string {
    return this.#cells.get(column)?.text ?? '';
  }

  /** Where a fault about this column is reported, also when the cell is empty. */
  at(column: C): { sheet: string; cell: string } {
    return { sheet: this.sheet, cell: this.#cells.get(column)?.ref ?? `A${this.number}` };
  }
}

/** A known sheet: where its headings stand and its filled rows. */
export interface Table<S extends SheetName> {
  sheet: S;
  /** Heading → cell reference of the heading. */
  headings: ReadonlyMap<string, string>;
  rows: Row<ColumnName<S>>[];
}

export type Tables = { [S in SheetName]: Table<S> };

/** Sorts the sheets of a workbook under the names that Heed knows; tells of missing, double and unknown ones. */
export function readTables(workbook: Workbook, findings: Findings): Tables {
  const byKey = new Map<string, Sheet>();
  for (const sheet of workbook.sheets) {
    const known = SHEET_NAMES.find((name) => nameKey(name) === nameKey(sheet.name));
    if (known === undefined) {
      findings.note({ sheet: sheet.name, cell: 'A1' }, leftAlone.sheet(sheet.name));
    } else if (byKey.has(known)) {
      findings.fault({ sheet: known, cell: 'A1' }, twiceFaults.sheet);
    } else {
      byKey.set(known, sheet);
    }
  }
  const tables = SHEET_NAMES.map((name) => [name, readTable(name, byKey.get(name), findings)] as const);
  return Object.fromEntries(tables) as Tables;
}

function readTable<S extends SheetName>(name: S, sheet: Sheet | undefined, findings: Findings): Table<S> {
  const columns: readonly Column[] = COLUMNS[name];
  const rows = (sheet?.rows ?? []).filter((row) => row.some((cell) => trim(cell.text) !== ''));
  const [head, ...body] = rows;
  if (!sheet || !head) {
    if (!OPTIONAL_SHEETS.has(name)) tellMissingSheet(name, sheet !== undefined, columns, findings);
    return { sheet: name, headings: new Map(), rows: [] };
  }
  const headings = readHeadings(name, columns, head, findings);
  const known = new Map([...headings].map(([heading, ref]) => [columnOf(ref), heading]));
  tellUnheaded(name, head, body, findings);
  const filled = body.flatMap((cells) => readRow<ColumnName<S>>(name, known, cells));
  return { sheet: name, headings, rows: filled };
}

function tellMissingSheet(
  name: SheetName,
  empty: boolean,
  columns: readonly Column[],
  findings: Findings,
): void {
  const required = columns.filter((column) => column.required).map((column) => column.name);
  findings.fault(
    { sheet: name, cell: 'A1' },
    empty ? missingFaults.emptySheet(required) : missingFaults.sheet(name, required),
  );
}

function readHeadings(name: SheetName, columns: readonly Column[], head: Cell[], findings: Findings) {
  const headings = new Map<string, string>();
  for (const { ref, text } of head) {
    if (trim(text) === '') continue;
    const at = { sheet: name, cell: ref };
    const known = columns.find((column) => nameKey(column.name) === nameKey(text));
    if (!known) {
      findings.note(at, leftAlone.column(trim(text)));
    } else if (headings.has(known.name)) {
      findings.fault(at, twiceFaults.column(known.name));
    } else {
      headings.set(known.name, ref);
    }
  }
  const at = { sheet: name, cell: `A${rowOf(head[0]?.ref ?? 'A1')}` };
  for (const column of columns) {
    if (!column.required || headings.has(column.name)) continue;
    findings.fault(at, missingFaults.column(column.name));
  }
  return headings;
}

/** Text below no heading would be lost without a word; one note per column says so. */
function tellUnheaded(name: SheetName, head: Cell[], body: Cell[][], findings: Findings): void {
  const told = new Set(head.filter((cell) => trim(cell.text) !== '').map((cell) => columnOf(cell.ref)));
  for (const { ref, text } of body.flat()) {
    if (told.has(columnOf(ref)) || trim(text) === '') continue;
    told.add(columnOf(ref));
    findings.note({ sheet: name, cell: ref }, leftAlone.unheaded);
  }
}

/** A row counts when something stands under a heading that Heed knows. */
function readRow<C extends string>(
  sheet: SheetName,
  known: ReadonlyMap<string, string>,
  cells: Cell[],
): Row<C>[] {
  const number = rowOf(cells[0]?.ref ?? 'A1');
  const found = new Map<string, Cell>();
  for (const [letters, heading] of known) found.set(heading, { ref: `${letters}${number}`, text: '' });
  let filled = false;
  for (const { ref, text } of cells) {
    const heading = known.get(columnOf(ref));
    if (heading === undefined || trim(text) === '') continue;
    found.set(heading, { ref, text: trim(text) });
    filled = true;
  }
  return filled ? [new Row<C>(sheet, number, found)] : [];
}

/** The sheet School turned on its side: one row whose columns are the settings. */
export function readSettings(table: Table<'School'>, findings: Findings): Row<SettingName> {
  const found = new Map<string, Cell>();
  for (const row of table.rows) {
    const setting = row.text('Setting');
    const known = SETTINGS.find((column) => nameKey(column.name) === nameKey(setting));
    if (setting === '') {
      findings.fault(row.at('Setting'), missingFaults.settingOfValue);
    } else if (!known) {
      findings.note(row.at('Setting'), leftAlone.setting(setting));
    } else if (found.has(known.name)) {
      findings.fault(row.at('Setting'), twiceFaults.setting(known.name));
    } else {
      found.set(known.name, { ref: row.at('Value').cell, text: row.text('Value') });
    }
  }
  return new Row<SettingName>('School', (table.rows.at(-1)?.number ?? 1) + 1, found);
}

/** Spaces of every kind at both ends, also those without width that travel along when text is pasted. */
function trim(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}
