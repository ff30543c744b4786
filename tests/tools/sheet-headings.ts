import { importSheets, rowHeadings } from '../../protocol/changes/import';
import { COLUMNS, SETTINGS } from '../../server/set-up/columns';

const sheets: readonly string[] = [...Object.keys(COLUMNS), ...importSheets];
const headings = [...Object.values(COLUMNS).flat(), ...SETTINGS].map(({ name }) => name);
/** A number within one is a hole where it is made: "Contact … name". */
const names = new Set([...sheets, ...headings, ...Object.values(rowHeadings), ...headings.map(numberless)]);

function numberless(name: string): string {
  return name.replace(/\d/, '…');
}

/** Whether a text is a sheet, a column or a setting of the set-up spreadsheet: what is written in the file, not a word. */
export function isHeading(text: string): boolean {
  const [sheet = '', heading] = text.split(': ');
  return names.has(text) || (heading !== undefined && sheets.includes(sheet) && names.has(heading));
}
