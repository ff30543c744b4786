import { fileFaults } from '../../../protocol/words/import/files';
import { guessColumns } from './guess-columns';
import { decodeExport, readCsvFolder } from '../workbook/read-csv';
import { readWorkbook } from '../workbook/read-xlsx';
import { columnOf, rowOf, WorkbookFault, type Cell } from '../workbook/workbook';

/** A pupil export as it was read: one heading row and what stands below it. */
export interface ExportSheet {
  readonly sheet: string;
  /** Heading → letters of its column, from left to right; of two that are alike the first. */
  readonly headings: ReadonlyMap<string, string>;
  readonly rows: readonly ExportRow[];
}
export interface ExportRow {
  readonly number: number;
  /** Trimmed text by the letters of the column. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Titles and dates of printing may stand above the headings. */
const ROWS_ABOVE = 15;

/**
 * Reads an export, .csv (UTF-8 or Windows-1252) or .xlsx by its name. Nothing in it is run or calculated.
 * @throws WorkbookFault with one plain sentence
 */
export function readExport(name: string, bytes: Uint8Array): ExportSheet {
  const { sheets } = /\.csv$/i.test(name)
    ? readCsvFolder(new Map([[name, bytes]]), decodeExport)
    : readWorkbook(bytes);
  const sheet = sheets.find(({ rows }) => rows.length > 0);
  if (!sheet) throw new WorkbookFault(fileFaults.nothing);
  const at = headRow(sheet.rows);
  const headings = new Map<string, string>();
  for (const { ref, text } of sheet.rows[at] ?? []) {
    const heading = trim(text);
    if (heading !== '' && !headings.has(heading)) headings.set(heading, columnOf(ref));
  }
  const rows = sheet.rows.slice(at + 1).flatMap((cells) => rowOfCells(cells, new Set(headings.values())));
  return { sheet: sheet.name, headings, rows };
}

/** The row that looks most like headings; the first of those that look alike. */
function headRow(rows: readonly Cell[][]): number {
  const scores = rows
    .slice(0, ROWS_ABOVE)
    .map((cells) => Object.keys(guessColumns(cells.map(({ text }) => trim(text)))).length);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

function rowOfCells(cells: readonly Cell[], known: ReadonlySet<string>): ExportRow[] {
  const found = new Map<string, string>();
  for (const { ref, text } of cells) {
    const letters = columnOf(ref);
    if (known.has(letters) && trim(text) !== '') found.set(letters, trim(text));
  }
  return found.size === 0 ? [] : [{ number: rowOf(cells[0]?.ref ?? 'A1'), cells: found }];
}

/** Spaces of every kind at both ends, also those without width that travel along when text is pasted. */
function trim(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}
