import { describe, expect, test } from 'vitest';
import { NameBook } from '../../../server/papers/redact/name-book';
import { letterAt, Redactor } from '../../../server/papers/redact/redactor';
import { AmirasYear, NADIA } from '../chronology/amiras-year';
import { flat, readPdf } from './poppler';

/** Amira Khan’s school: her brother Yusuf, two Toms, and pupils whose names are words. */
function aRedactor(): Redactor {
  const book = new NameBook();
  const hide = (id: string, first: string, last: string, knownAs: string | null = null) =>
    book.hide(id, { first, last, knownAs });
  book.keep({ first: 'Amira', last: 'Khan', knownAs: null });
  hide('yusuf', 'Yusuf', 'Khan');
  hide('tom-b', 'Thomas', 'Baker-Lewis', 'Tom');
  hide('tom-c', 'Tom', 'Ó Briain');
  hide('lukasz', 'Łukasz', 'Wiśniewski');
  hide('anne', 'Anne-Marie', 'O’Brien');
  hide('will', 'Will', 'May');
  hide('shah', 'Nadia', 'Price');
  book.keepAdult('Nadia Shah');
  book.keepAdult('Mr Price');
  book.keepAdult('Omar Khan');
  return new Redactor(book);
}

describe('every other pupil of the roll becomes a letter, however their name is written', () => {
  test.each([
    ['Yusuf hit her, and YUSUF’s bag was torn.', 'Pupil B hit her, and Pupil B’s bag was torn.'],
    ['yusuf khan and Khan, Yusuf', 'Pupil B and Pupil B'],
    ['Lukasz Wisniewski, łukasz and WIŚNIEWSKI', 'Pupil B, Pupil B and Pupil B'],
    ["Anne Marie O'Brien, anne-marie, Mrs O’Brien and OBrien", 'Pupil B, Pupil B, Mrs Pupil B and Pupil B'],
    [
      'Thomas and Baker Lewis; Yusuf too; Baker-Lewis again',
      'Pupil B and Pupil B; Pupil C too; Pupil B again',
    ],
    ['Yusufs, Thomasina and Anne stay whole words', 'Yusufs, Thomasina and Anne stay whole words'],
    [
      'Amira Khan, Khan, her father Omar Khan, Nadia Shah and Mr Price stay',
      'Amira Khan, Khan, her father Omar Khan, Nadia Shah and Mr Price stay',
    ],
    [
      'She will come in May, on 3 May 2026. Will May will not.',
      'She will come in Pupil B, on 3 May 2026. Pupil B will not.',
    ],
    ['Yusuf\n\nKhan\u0000', 'Pupil B\n\nKhan\u0000'],
  ])('%s', (text, written) => {
    expect(aRedactor().text(text, [])).toBe(written);
  });

  test('of two with one name it is the one of that record, and where nobody can tell "another pupil"', () => {
    const redactor = aRedactor();
    expect(redactor.text('Tom ran.', ['tom-c'])).toBe('Pupil B ran.');
    expect(redactor.text('Tom Baker-Lewis ran to Tom.', [])).toBe('Pupil C ran to another pupil.');
    expect(redactor.text('Tom ran.', ['tom-b', 'tom-c'])).toBe('another pupil ran.');
  });

  test('letters go on behind Z', () => {
    expect([0, 1, 25, 26, 27, 701, 702].map(letterAt)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

test('a chronology for one family: other pupils are letters in lists and texts, and the front sheet says how', async () => {
  const year = await AmirasYear.begin();
  const record = (of: readonly string[], at: string, text: string) =>
    year.record({ of, category: 'Behaviour', at, text });
  await record(['Amira', 'Leo'], '2026-09-10T10:00:00.000Z', "Leo O'Brien pushed Amira, then YUSUF shouted.");
  const last = await record(
    ['Yusuf', 'Amira'],
    '2026-11-10T10:00:00.000Z',
    'Khan said that Yusuf’s shoes were wet. Omar Khan came.',
  );
  const nadia = await year.lead(NADIA);
  await year.note(nadia, last, 'Spoke to Leo with Jo Price.');
  const { bytes } = await nadia.call('printChronology', {
    params: { id: year.amira },
    query: { names: 'letters' },
  });
  const pdf = await readPdf(bytes);
  const text = flat(pdf.pages);
  expect(text).not.toMatch(/Leo|O.Brien|yusuf/i);
  expect(outsideOfStreams(bytes)).not.toMatch(/Leo|O.Brien|yusuf/i);
  for (const said of [
    'Pupil B pushed Amira, then Pupil C shouted.',
    'With Pupil B',
    'Khan said that Pupil C’s shoes were wet. Omar Khan came.',
    'With Pupil C',
    'Spoke to Pupil B with Jo Price.',
    'by the names on the school’s roll',
    'must read it through before it leaves',
    'Chronology of Amira Khan',
  ])
    expect(text).toContain(said);
  const row = await year.house.ground.database.read('audit').where({ what: 'chronology.printed' }).first();
  expect(JSON.parse(row!.facts)).toMatchObject({ names: 'letters', entries: 3 });
});

/**
 * Titles, bookmarks and descriptions, which a reader shows beside the pages. Compressed bytes are left out: among so many
 * three letters of a name stand by chance.
 */
function outsideOfStreams(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString('latin1');
  return whole.replaceAll(/\bstream\r?\n[\s\S]*?endstream/g, '').replaceAll('\0', '');
}
