import { describe, expect, it } from 'vitest';
import { readCsvFolder } from '../../../server/set-up/workbook/read-csv';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { fileFaults } from '../../../protocol/words/import/files';
import { LIMITS, WorkbookFault } from '../../../server/set-up/workbook/workbook';
import { rawXlsx, zip } from './raw-xlsx';
import { aSchool } from './small-school';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The sentence with which a file is refused; fails when it is read after all. */
function sentence(read: () => unknown): string {
  try {
    read();
  } catch (cause) {
    if (cause instanceof WorkbookFault) return cause.message;
    throw cause;
  }
  throw new Error('the file was read');
}

const refusal = (bytes: Uint8Array) => sentence(() => readWorkbook(bytes));

/** Changes what the first central directory entry of a name declares. */
function declare(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Buffer.from(copy.buffer).lastIndexOf(name) - 46;
  new DataView(copy.buffer).setUint32(at + offset, value, true);
  return copy;
}

describe('files that are refused whole', () => {
  it('refuses a file over 10 MB before looking into it, and takes one byte less as far as it goes', () => {
    expect(refusal(new Uint8Array(LIMITS.fileBytes + 1))).toBe(fileFaults.tooLarge);
    expect(refusal(new Uint8Array(LIMITS.fileBytes))).toBe(fileFaults.notXlsx);
  });

  it.each([
    ['an empty file', new Uint8Array(0)],
    ['a letter', bytesOf('Dear parents, please fill in the attached')],
    ['a zip of something else', zip({ 'readme.txt': 'hello' })],
    [
      'a Word document',
      rawXlsx({
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      }),
    ],
    ['an .xlsb workbook', rawXlsx({ contentType: 'application/vnd.ms-excel.sheet.binary.main' })],
  ])('says that %s is not an .xlsx spreadsheet', (_, bytes) => {
    expect(refusal(bytes)).toBe(fileFaults.notXlsx);
  });

  it('tells an old .xls from one behind a password', () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(refusal(Buffer.concat([compound, Buffer.alloc(512)]))).toBe(fileFaults.oldXls);
    const locked = Buffer.concat([compound, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(refusal(locked)).toBe(fileFaults.locked);
  });

  it('refuses an encrypted zip entry', () => {
    const bytes = Uint8Array.from(aSchool().bytes());
    const at = Buffer.from(bytes.buffer).lastIndexOf('xl/workbook.xml') - 46;
    new DataView(bytes.buffer).setUint16(at + 8, 1, true);
    expect(refusal(bytes)).toBe(fileFaults.locked);
  });

  it.each([
    ['a VBA project', rawXlsx({ more: { 'xl/vbaProject.bin': 'Sub Auto_Open()' } })],
    [
      'a macro sheet of the old language',
      rawXlsx({ more: { 'xl/macrosheets/sheet1.xml': '<macrosheet/>' } }),
    ],
    [
      'the content type of an .xlsm',
      rawXlsx({ contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
    ],
  ])('refuses macros: %s', (_, bytes) => {
    expect(refusal(bytes)).toBe(fileFaults.macros);
  });

  it('refuses a zip bomb by what it declares, before inflating it', () => {
    const bomb = rawXlsx({ more: { 'xl/media/zeros.bin': '\0'.repeat(3 * 1024 * 1024) } });
    expect(bomb.length).toBeLessThan(20_000);
    expect(refusal(bomb)).toBe(fileFaults.bomb);
  });

  it('refuses a bomb that declares less than it holds', () => {
    const honest = rawXlsx({ rows: `<!--${' '.repeat(3 * 1024 * 1024)}-->` });
    expect(refusal(declare(honest, 'xl/worksheets/one.xml', 24, 100_000))).toBe(fileFaults.bomb);
  });

  it('refuses parts that together inflate to more than 60 MB, and more than 200 of them', () => {
    expect(refusal(declare(rawXlsx(), 'xl/styles.xml', 24, LIMITS.inflatedBytes))).toBe(fileFaults.bomb);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`xl/media/${index}.png`, '']));
    expect(refusal(rawXlsx({ more: many }))).toBe(fileFaults.bomb);
  });

  it.each([
    [
      'a document type with entities',
      '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet><row r="1"/></worksheet>',
    ],
    [
      'an entity that nobody declared',
      '<worksheet><row><c r="A1" t="str"><v>&lol;</v></c></row></worksheet>',
    ],
    ['tags that never close', '<worksheet><sheetData>'],
    ['a cell in no column', '<worksheet><row r="1"><c r="__proto__"><v>1</v></c></row></worksheet>'],
  ])('calls a sheet with %s damaged', (_, sheet) => {
    expect(refusal(rawXlsx({ more: { 'xl/worksheets/one.xml': sheet } }))).toBe(fileFaults.damaged);
  });

  it('calls a file that was cut off on its way, at whatever byte, one plain sentence', () => {
    const whole = aSchool().bytes();
    const sentences = new Set<string>();
    for (let length = 0; length < whole.length; length += 97)
      sentences.add(refusal(whole.subarray(0, length)));
    expect([...sentences]).toEqual([fileFaults.notXlsx]);
  });

  it('survives any single changed byte: it is read, or refused with a sentence', () => {
    const whole = rawXlsx({ rows: '<row r="1"><c r="A1" t="str"><v>First name</v></c></row>' });
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      try {
        expect(readWorkbook(changed).sheets.length).toBeLessThanOrEqual(1);
      } catch (cause) {
        expect(cause).toBeInstanceOf(WorkbookFault);
      }
    }
  });

  it('refuses a cell that is longer than a spreadsheet program can hold', () => {
    const rows = `<row r="1"><c r="A1" t="str"><v>${'ab'.repeat(16_384)}</v></c></row>`;
    expect(refusal(rawXlsx({ rows }))).toBe(fileFaults.longCell);
  });

  it('refuses one long text that stands in thousands of cells', () => {
    const cells = Array.from(
      { length: 700 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    );
    const sharedStrings = `<si><t>${'a,'.repeat(15_000)}</t></si>`;
    expect(refusal(rawXlsx({ rows: cells.join(''), sharedStrings }))).toBe(fileFaults.tooMuchText);
  });
});

describe('folders of .csv files that are refused', () => {
  it.each([
    [
      'an empty folder',
      new Map(),
      'This folder holds no .csv file. Choose the folder that holds one for each sheet.',
    ],
    [
      'a file in Windows-1252',
      new Map([['Staff.csv', Uint8Array.of(0x5a, 0x6f, 0xeb)]]),
      'Staff.csv is not written in UTF-8. Save it as “CSV UTF-8”.',
    ],
    [
      'an open quotation mark',
      new Map([['Staff.csv', bytesOf('First name\n"Zoe\n')]]),
      'Staff.csv has a quotation mark out of place in row 2. Correct it and choose the file again.',
    ],
    [
      'too much',
      new Map([['Staff.csv', new Uint8Array(LIMITS.fileBytes + 1)]]),
      'These files are larger than 10 MB together. Delete what is not part of the set-up.',
    ],
  ])('says what is the matter with %s', (_, files: Map<string, Uint8Array>, expected) => {
    expect(sentence(() => readCsvFolder(files))).toBe(expected);
  });
});
