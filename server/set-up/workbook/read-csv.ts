import { columnLetters, FILE_FAULTS, LIMITS, WorkbookFault, type Cell, type Workbook } from './workbook';

/**
 * Reads the same sheets from a folder of .csv files (RFC 4180, UTF-8 with or without a byte order mark).
 * @param files the folder: file name → bytes; "Pupils.csv" is the sheet Pupils, other kinds of file are left alone
 * @throws WorkbookFault naming the file when it is not UTF-8 or a quotation mark is never closed, or when the
 *   folder is too large or holds no .csv file
 */
export function readCsvFolder(files: ReadonlyMap<string, Uint8Array>): Workbook {
  const csv = [...files].filter(([name]) => /\.csv$/i.test(name));
  if (csv.length === 0) throw new WorkbookFault('This folder holds no .csv file.');
  const bytes = csv.reduce((sum, [, content]) => sum + content.length, 0);
  if (bytes > LIMITS.fileBytes) throw new WorkbookFault('These files are larger than 10 MB together.');
  const sheets = csv.map(([name, content]) => ({ name: sheetName(name), rows: readCsv(name, content) }));
  const cells = sheets.reduce(
    (sum, sheet) => sum + sheet.rows.reduce((inner, row) => inner + row.length, 0),
    0,
  );
  if (cells > LIMITS.cells) throw new WorkbookFault(FILE_FAULTS.tooManyCells);
  return { sheets };
}

function sheetName(path: string): string {
  return path.slice(path.search(/[^/\\]*$/)).replace(/\.csv$/i, '');
}

function readCsv(name: string, bytes: Uint8Array): Cell[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookFault(`${name} is not written in UTF-8. Save it as “CSV UTF-8”.`);
  }
  const rows: Cell[][] = [];
  for (const [index, fields] of readRecords(name, text).entries()) {
    const cells = fields.map((field, column) => ({
      ref: `${columnLetters(column)}${index + 1}`,
      text: field,
    }));
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.some((cell) => cell.text.length > LIMITS.cellCharacters)) {
      throw new WorkbookFault(FILE_FAULTS.longCell);
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
    if (!match)
      throw new WorkbookFault(`${name} has a quotation mark out of place in row ${records.length + 1}.`);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(fields);
    fields = [];
  }
  return records;
}
