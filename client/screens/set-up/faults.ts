import type { Preview, SheetFault } from '../../../protocol/set-up';
import { setUp as words } from '../../strings/set-up';

/** The faults of each sheet, in the order in which the school sent them. */
export function bySheet(faults: readonly SheetFault[]): [sheet: string, faults: SheetFault[]][] {
  const sheets = new Map<string, SheetFault[]>();
  for (const fault of faults) sheets.set(fault.sheet, [...(sheets.get(fault.sheet) ?? []), fault]);
  return [...sheets];
}

/**
 * "12 of 431 rows need fixing". A missing sheet or column stands in the headings and is no row: then the faults
 * themselves are counted.
 */
export function verdictOf({ faults, rows }: Pick<Preview, 'faults' | 'rows'>): string {
  const places = faults.map(({ sheet, cell }) => ({ sheet, row: Number(/\d+$/.exec(cell)?.[0] ?? 1) }));
  const faulty = new Set(places.map(({ sheet, row }) => `${sheet} ${row}`)).size;
  const inHeadings = places.some(({ row }) => row <= 1);
  return inHeadings || faulty > rows ? words.faultsToMend(faults.length) : words.rowsToMend(faulty, rows);
}

/**
 * The faults as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheet programs need to read it as such.
 * Every cell is text: see {@link asText}.
 */
export function faultsAsCsv(faults: readonly SheetFault[]): string {
  const rows = [
    [words.sheet, words.cell, words.wrong, words.mend],
    ...faults.map(({ sheet, cell, wrong, mend }) => [sheet, cell, wrong, mend]),
  ];
  const lines = rows.map((row) => row.map((text) => `"${asText(text).replaceAll('"', '""')}"`).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/**
 * Keeps a spreadsheet program from running a cell as a formula (access.md, spreadsheets): what begins like one, also
 * after blanks or in full-width signs, gets an apostrophe in front.
 */
export function asText(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A sentence cut at “…”: what the school wrote is drawn bold, so that the eye finds it. */
export function quotedParts(sentence: string): { text: string; quoted: boolean }[] {
  return sentence
    .split(/(“[^”]*”)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, quoted: text.startsWith('“') }));
}
