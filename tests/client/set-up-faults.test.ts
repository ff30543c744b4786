import { describe, expect, test } from 'vitest';
import { asText, bySheet, faultsAsCsv, quotedParts, verdictOf } from '../../client/screens/set-up/faults';
import type { SheetFault } from '../../protocol/set-up';

function fault(sheet: string, cell: string, wrong = 'It is empty', mend = 'Fill it in'): SheetFault {
  return { sheet, cell, wrong, mend };
}

describe('the verdict on a spreadsheet', () => {
  test('counts rows and not faults: two wrong cells of one pupil are one row', () => {
    const faults = [fault('Pupils', 'E118'), fault('Pupils', 'G118'), fault('Staff', 'E14')];
    expect(verdictOf({ faults, rows: 431 })).toBe('2 of 431 rows need fixing');
  });

  test('keeps the same row of two sheets apart', () => {
    expect(verdictOf({ faults: [fault('Pupils', 'A7'), fault('Staff', 'A7')], rows: 50 })).toBe(
      '2 of 50 rows need fixing',
    );
  });

  test('says one row in the singular', () => {
    expect(verdictOf({ faults: [fault('Pupils', 'A7')], rows: 431 })).toBe('1 of 431 rows needs fixing');
  });

  test('speaks of things and not of rows when a whole sheet is missing', () => {
    const faults = [fault('Pupils', 'A1', 'The sheet “Pupils” is missing'), fault('Staff', 'E14')];
    expect(verdictOf({ faults, rows: 40 })).toBe('2 things need fixing');
  });
});

describe('the faults on the page', () => {
  test('stand under their sheets, in the order in which a person walks through the spreadsheet', () => {
    const faults = [fault('School', 'B9'), fault('Staff', 'E14'), fault('Staff', 'E31')];
    expect(bySheet(faults).map(([sheet, list]) => [sheet, list.map(({ cell }) => cell)])).toEqual([
      ['School', ['B9']],
      ['Staff', ['E14', 'E31']],
    ]);
  });

  test('show in bold what the school wrote', () => {
    expect(quotedParts('No class “4 B” here')).toEqual([
      { text: 'No class ', quoted: false },
      { text: '“4 B”', quoted: true },
      { text: ' here', quoted: false },
    ]);
  });
});

describe('the downloaded faults', () => {
  test('are read as UTF-8 and keep quotation marks and commas in their cells', () => {
    const csv = faultsAsCsv([fault('Staff', 'E14', 'Written: "Kunze, M"', 'Write “m.kunze@school.example”')]);
    expect(csv).toBe(
      '\uFEFF"Sheet","Cell","What is wrong","How to mend it"\r\n' +
        '"Staff","E14","Written: ""Kunze, M""","Write “m.kunze@school.example”"\r\n',
    );
  });

  test.each(['=1+1', '+44 1632', '-2', '@SUM(A1)', '\t=1', ' =cmd', '\r=1', '＝1+1'])(
    'run no formula: %j is text',
    (text) => {
      expect(asText(text)).toBe(`'${text}`);
      expect(faultsAsCsv([fault(text, 'A2')])).toContain(`"'${text}","A2"`);
    },
  );

  test('leave a plain sentence as it is', () => {
    expect(asText('Write 0–9 = a number')).toBe('Write 0–9 = a number');
  });
});
