import { csvFaults, fileFaults } from '../../../protocol/words/import/files';
import { columnLetters, LIMITS, WorkbookFault, type Cell, type Workbook } from './workbook';

/**
 * Reads the same sheets from a folder of .csv files (RFC 4180, UTF-8 with or without a byte order mark).
 * @param files the folder: file name → bytes; "Pupils.csv" is the sheet Pupils, other kinds of file are left alone
 * @param decode for files that other systems write; UTF-8 only unless said otherwise
 * @throws WorkbookFault naming the file when it is not UTF-8 or a quotation mark is never closed, or when the
 *   folder is too large or holds no .csv file
 */
export function readCsvFolder(files: ReadonlyMap<string, Uint8Array>, decode: Decode = decodeUtf8): Workbook {
  const csv = [...files].filter(([name]) => /\.csv$/i.test(name));
  if (csv.length === 0) throw new WorkbookFault(csvFaults.none);
  const bytes = csv.reduce((sum, [, content]) => sum + content.length, 0);
  if (bytes > LIMITS.fileBytes) throw new WorkbookFault(csvFaults.tooLarge);
  const sheets = csv.map(([name, content]) => ({
    name: sheetName(name),
    rows: readCsv(name, decode(name, content)),
  }));
  const cells = sheets.reduce(
    (sum, sheet) => sum + sheet.rows.reduce((inner, row) => inner + row.length, 0),
    0,
  );
  if (cells > LIMITS.cells) throw new WorkbookFault(fileFaults.tooManyCells);
  return { sheets };
}

function sheetName(path: string): string {
  return path.slice(path.search(/[^/\\]*$/)).replace(/\.csv$/i, '');
}

/** The text of one file. @throws WorkbookFault naming it where it is no text */
export type Decode = (name: string, bytes: Uint8Array) => string;

function decodeUtf8(name: string, bytes: Uint8Array): string {
  const text = strictUtf8(bytes);
  if (text === null) throw new WorkbookFault(csvFaults.notText(name));
  return text;
}

/**
 * UTF-8 where it is that in every byte, else Windows-1252: what Excel and the school systems of this country write
 * under “CSV”. A text of another kind, such as UTF-16, has bytes of zero, which neither has.
 */
export function decodeExport(name: string, bytes: Uint8Array): string {
  const text = strictUtf8(bytes) ?? windows1252(bytes);
  if (text.includes('\0')) throw new WorkbookFault(csvFaults.notText(name));
  return text;
}

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control codes; five places are empty. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Written out, since some versions of Node take Latin-1 for it. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readCsv(name: string, text: string): Cell[][] {
  const rows: Cell[][] = [];
  for (const [index, fields] of readRecords(name, text).entries()) {
    const cells = fields.map((field, column) => ({
      ref: `${columnLetters(column)}${index + 1}`,
      text: field,
    }));
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.some((cell) => cell.text.length > LIMITS.cellCharacters)) {
      throw new WorkbookFault(fileFaults.longCell);
    }
    if (filled.length > 0) rows.push(filled);
  }
  return rows;
}

/** One field and what ends it: quoted with doubled quotation marks inside, or up to the next comma or line end. */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n|\n|\r|$)/y;

function readRecords(name: string, text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length || fields.length > 0) {
    const match = FIELD.exec(text);
    if (!match) throw new WorkbookFault(csvFaults.quotationMark(name, records.length + 1));
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(fields);
    fields = [];
  }
  return records;
}
