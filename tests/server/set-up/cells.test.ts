import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvFolder } from '../../../server/set-up/workbook/read-csv';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { columnIndex, columnLetters } from '../../../server/set-up/workbook/workbook';
import { writeWorkbook } from '../../../server/set-up/workbook/write-xlsx';
import { rawXlsx, type RawParts } from './raw-xlsx';

/** The texts of the first row of a workbook made from raw cells. */
function texts(cells: string, parts: Omit<RawParts, 'rows'> = {}): (string | undefined)[] {
  const { sheets } = readWorkbook(rawXlsx({ ...parts, rows: `<row r="1">${cells}</row>` }));
  return sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.map((cell) => cell.text)));
}

const number = (ref: string, value: string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

/** Cell styles with these built-in or own number formats, in order. */
const styles = (...formats: (number | string)[]) => {
  const own = formats.map((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>` : '',
  );
  const cells = formats.map((id, index) => `<xf numFmtId="${typeof id === 'string' ? 200 + index : id}"/>`);
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs>`;
};

describe('what stands in a cell', () => {
  it('takes formulas as data: their last result, never a calculation', () => {
    const cells =
      '<c r="A1" t="str"><f>HYPERLINK("https://evil.example","Sam")</f><v>Sam</v></c>' +
      '<c r="B1"><f>1+1</f><v>5</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>NOW()</f></c>';
    expect(texts(cells)).toEqual(['Sam', '5', '#DIV/0!']);
  });

  it.each(['=1+1', '+44 7700 900123', '-', '@sum(A1)', "'0123", '=cmd|"/c calc"!A1'])(
    'keeps %s as text',
    (text) => {
      const { sheets } = readWorkbook(writeWorkbook([{ name: 'Staff', rows: [[text]] }]));
      expect(sheets).toEqual([{ name: 'Staff', rows: [[{ ref: 'A1', text }]] }]);
    },
  );

  it('puts shared, rich and inline texts together, without the hints how to pronounce them', () => {
    const sharedStrings =
      '<si><t>Zoë</t></si><si><r><t xml:space="preserve">Sam </t></r><r><rPr><b/></rPr><t>Fielding</t></r><rPh><t>SAMU</t></rPh></si>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>O’</t></r><r><t>Neil</t></r></is></c>' +
      '<c r="D1" t="s"/><c r="E1" t="s"><v>99</v></c>';
    expect(texts(cells, { sharedStrings })).toEqual(['Zoë', 'Sam Fielding', 'O’Neil']);
  });

  it('shows booleans as the spreadsheet program does', () => {
    expect(texts('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>')).toEqual(['TRUE', 'FALSE']);
  });

  it('keeps long numbers whole: phone numbers and pupil IDs have no exponent and no noise', () => {
    const cells =
      number('A1', '7700900123') + number('B1', '9.361001260010001E12') + number('C1', '15.300000000000001');
    expect(texts(cells + number('D1', '1.2E5'))).toEqual(['7700900123', '9361001260010', '15.3', '120000']);
  });

  it('gives a phone number its zeros back when the school formatted the column with them', () => {
    expect(texts(number('A1', '7700900123', 0), { styles: styles('00000000000') })).toEqual(['07700900123']);
  });

  it('reads dates by the format of their cell, built-in or of the school’s own', () => {
    const formats = [14, 22, 'dd/mm/yyyy', '[$-809]d mmmm yyyy;@', '&quot;day &quot;0', 'General', 'mmm'];
    const cells = formats.map((_, index) => number(`${columnLetters(index)}1`, '43173', index)).join('');
    expect(texts(cells, { styles: styles(...formats) })).toEqual([
      '14/03/2018',
      '14/03/2018',
      '14/03/2018',
      '14/03/2018',
      '43173',
      '43173',
      '14/03/2018',
    ]);
  });

  it('knows the old Macs’ count from 1904, the day in 1900 that never was, and ISO dates', () => {
    const from1904 = { styles: styles(14), workbookPr: '<x:workbookPr date1904="1"/>' };
    expect(texts(number('A1', '41711'), from1904)).toEqual(['14/03/2018']);
    const early = ['1', '59', '60', '61']
      .map((day, index) => number(`${columnLetters(index)}1`, day))
      .join('');
    expect(texts(early, { styles: styles(14) })).toEqual(['01/01/1900', '28/02/1900', '60', '01/03/1900']);
    expect(texts('<c r="A1" t="d"><v>2018-03-14T00:00:00</v></c>')).toEqual(['14/03/2018']);
  });

  it('reads times of day to the minute', () => {
    const cells = number('A1', '0.35416666666666669', 0) + number('B1', '0.64583333333333337', 1);
    expect(texts(cells, { styles: styles(20, 'h:mm AM/PM') })).toEqual(['08:30', '15:30']);
  });

  it('counts rows and cells that do not say where they stand', () => {
    const rows =
      '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="5"><c r="C5" t="str"><v>c</v></c><c t="str"><v>d</v></c></row>';
    expect(readWorkbook(rawXlsx({ rows })).sheets[0]?.rows).toEqual([
      [
        { ref: 'A1', text: 'a' },
        { ref: 'B1', text: 'b' },
      ],
      [
        { ref: 'C5', text: 'c' },
        { ref: 'D5', text: 'd' },
      ],
    ]);
  });

  it('comes back from a written file as it was, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x000D_', 'a\r\nb', '<&>"\'', ' a ', '_x005F_', '\u0000\uffff', '__x0041_'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(typed, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const expected = rows
            .map((row, index) =>
              row.map((text, column) => ({ ref: `${columnLetters(column)}${index + 1}`, text })),
            )
            .map((row) => row.filter((cell) => cell.text !== ''))
            .filter((row) => row.length > 0);
          expect(readWorkbook(writeWorkbook([{ name: 'Pupils & <more>', rows }])).sheets).toEqual([
            { name: 'Pupils & <more>', rows: expected },
          ]);
        },
      ),
    );
  });

  it('names columns and counts them alike', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.nat(16_383), (index) => columnIndex(columnLetters(index)) === index));
  });
});

describe('a .csv file', () => {
  const rows = (text: string) =>
    readCsvFolder(new Map([['Staff.csv', new TextEncoder().encode(text)]])).sheets[0]?.rows.map((row) =>
      row.map((cell) => `${cell.ref} ${cell.text}`),
    );

  it('may quote commas, line ends and quotation marks, and end its lines in any way', () => {
    expect(rows('a,"b, c"\r\n"say ""hi""","two\nlines"\n,,x\r=1+1')).toEqual([
      ['A1 a', 'B1 b, c'],
      ['A2 say "hi"', 'B2 two\nlines'],
      ['C3 x'],
      ['A4 =1+1'],
    ]);
  });

  it('is read the same whether its last line ends or not, and without its byte order mark', () => {
    expect(rows('\ufeffa,b\n')).toEqual(rows('a,b'));
    expect(rows('a,')).toEqual([['A1 a']]);
    expect(rows('')).toEqual([]);
  });

  it('takes the name of its sheet from the file and leaves other files alone', () => {
    const some = new TextEncoder().encode('x');
    const files = new Map([
      ['our school/Alert groups.CSV', some],
      ['our school/.DS_Store', some],
    ]);
    expect(readCsvFolder(files).sheets.map((sheet) => sheet.name)).toEqual(['Alert groups']);
  });
});
