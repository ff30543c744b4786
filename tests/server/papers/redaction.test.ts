import { describe, expect, test } from 'vitest';
import { NameBook } from '../../../server/papers/redact/name-book';
import { readNameBook } from '../../../server/papers/redact/read-names';
import { redactConcern } from '../../../server/papers/redact/redact-concern';
import { letterAt, Redactor } from '../../../server/papers/redact/redactor';
import { uuidv7 } from '../../../protocol/identifiers';
import { AmirasYear, NADIA, TOM } from '../chronology/amiras-year';
import type { Visitor } from '../visitor';
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
  hide('else', 'Else', 'Do');
  book.hideAdult('Siobhan Daly', 'anne');
  book.hideAdult('Mrs Rose Ó Briain', 'tom-c');
  book.hideAdult('Foster Carer', 'anne');
  for (const id of ['yusuf', 'will']) book.hideAdult('Farah Aziz', id);
  // The same people as Amira’s own, and as a member of staff.
  for (const name of ['Omar Khan', 'Ms Price', 'Nadia Shah']) book.hideAdult(name, 'yusuf');
  book.keepAdult('Nadia Shah');
  book.keepAdult('Mr Price');
  book.keepAdult('Ada Toms');
  book.keepAdult('Omar Khan');
  return new Redactor(book, 'amira');
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
    ['Yusufs arm; Thomasina and Anne stay whole words', 'Pupil B’s arm; Thomasina and Anne stay whole words'],
    [
      'Amira Khan, Khan, her father Omar Khan, Nadia Shah and Mr Price stay',
      'Amira Khan, Khan, her father Omar Khan, Nadia Shah and Mr Price stay',
    ],
    [
      'She will come in May, on 3 May 2026. Will May will not.',
      'She will come in Pupil B, on 3 May 2026. Pupil B will not.',
    ],
    ['Nobody else would do so. Do not tell Else.', 'Nobody else would do so. Pupil B not tell Pupil B.'],
    ['Yusuf\n\nKhan\u0000', 'Pupil B\n\nKhan\u0000'],
  ])('%s', (text, written) => {
    expect(aRedactor().text(text, [])).toBe(written);
  });

  test.each([
    ['Then YUSUFs bag, the yusufs, Tom Ó Briains', 'Then Pupil B’s bag, the Pupil B’s, Pupil C’s'],
    ['Wills are written. Then Wills bag fell.', 'Wills are written. Then Pupil B’s bag fell.'],
    ['Amiras arm, the Khans, Mrs Toms and Toms stay', 'Amiras arm, the Khans, Mrs Toms and Toms stay'],
    ['The price: prices, dos and wills stay', 'The price: prices, dos and wills stay'],
    ['YusufKhan, tombakerlewis', 'Pupil B, Pupil C'],
  ])('also with an s or a family name close behind it: %s', (text, written) => {
    expect(aRedactor().text(text, [])).toBe(written);
  });

  test.each([
    ['Siobhan Daly rang; Daly, Siobhan', 'an adult of Pupil B rang; an adult of Pupil B'],
    [
      'Mrs Daly, MS SIOBHAN DALY and Dr Rose O Briain',
      'an adult of Pupil B, an adult of Pupil B and an adult of Pupil C',
    ],
    ['Mrs Khan, Mr Khan, Miss Price and Ms Shah stay', 'Mrs Khan, Mr Khan, Miss Price and Ms Shah stay'],
    ['A foster carer came with Siobhan and Daly.', 'A foster carer came with Siobhan and Daly.'],
    ['Farah Aziz came.', 'an adult of another pupil came.'],
  ])('so does every other pupil’s adult: %s', (text, written) => {
    expect(aRedactor().text(text, [])).toBe(written);
  });

  test('by one word an adult is found only beside the child whose adult it is, and with a capital', () => {
    const redactor = aRedactor();
    expect(redactor.text('Siobhan was cross, Daly too. She saw Rose.', ['anne', 'tom-c'])).toBe(
      'an adult of Pupil B was cross, an adult of Pupil B too. She saw an adult of Pupil C.',
    );
    expect(redactor.text('Rose petals, siobhan, Omar, Nadia', ['anne', 'tom-c', 'shah'])).toBe(
      'Rose petals, siobhan, Omar, Pupil D',
    );
    expect(redactor.text('Farah Aziz came.', ['will'])).toBe('an adult of Pupil E came.');
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

test('a concern for one family: the other pupils are letters wherever they stand, and only a lead who sees the pupil prints it', async () => {
  const year = await AmirasYear.begin();
  const at = '2026-09-10T10:00:00.000Z';
  const fight = await year.record({
    of: ['Leo', 'Amira', 'Yusuf'],
    category: 'Behaviour',
    at,
    text: 'Leo O’Brien pushed Amira, then YUSUF shouted. Sana Khan came for her.',
    others: 'Leo’s cousin',
    bodyMap: {
      marks: [
        { view: 'hands-palms', x: 330, y: 200, part: 'left-palm', note: 'Leo held it.', pupil: 1 },
        { view: 'hands-palms', x: 330, y: 200, part: 'left-palm', pupil: 0 },
      ],
    },
  });
  const before = await year.record({ of: ['Amira', 'Leo'], category: 'Behaviour', at, text: 'A quarrel.' });
  const nadia = await year.lead(NADIA);
  await year.note(nadia, fight, 'Spoke to Leo with Jo Price.');
  const linked = { linkId: uuidv7(Date.now()), otherId: before, reason: 'Leo began it then too.' };
  await nadia.must('linkConcern', { params: { id: fight }, body: linked });
  const print = (visitor: Visitor, query: object) =>
    visitor.call('printConcern', { params: { id: fight }, query: { names: 'letters', ...query } });
  const answer = await print(nadia, { pupil: year.amira });
  expect(answer.headers.get('content-disposition')).toMatch(/filename="concern-letters-[\d-]+\.pdf"/);
  const pdf = await readPdf(answer.bytes);
  const text = flat(pdf.pages);
  expect(text).not.toMatch(/Leo|O.Brien|[Yy]usuf|YUSUF|Class 6A/);
  expect(outsideOfStreams(answer.bytes)).not.toMatch(/Leo|O.Brien|yusuf/i);
  for (const said of [
    'About Amira Khan. Class 4B',
    'Pupil B pushed Amira, then Pupil C shouted. Sana Khan came for her.',
    'Others involved Pupil B’s cousin',
    'On Amira Khan Pupil B held it.',
    'On Pupil B',
    'Spoke to Pupil B with Jo Price.',
    'Amira Khan, Pupil B',
    'Pupil B began it then too.',
    'Other pupils as letters; to be read through',
    'by the names on the school’s roll',
  ])
    expect(text).toContain(said);
  const row = await year.house.ground.database.read('audit').where({ what: 'concern.printed' }).first();
  expect(JSON.parse(row!.facts)).toMatchObject({ names: 'letters', pupil: year.amira });

  // In a chronology she keeps her name where another concern about her is named.
  const { bytes } = await nadia.call('printChronology', {
    params: { id: year.amira },
    query: { names: 'letters' },
  });
  expect(flat((await readPdf(bytes)).pages)).toContain('Amira Khan, Pupil B');

  // For nobody, for somebody who is not in it, and for one whom this reader does not see: the same refusal.
  const tom = await year.lead(TOM);
  const refused = [await print(nadia, {}), await print(nadia, { pupil: uuidv7(1) })];
  refused.push(await print(tom, { pupil: year.pupil('Leo') }));
  for (const { problem } of refused)
    expect(problem).toMatchObject({ status: 400, code: 'not-valid', field: 'query.pupil' });
});

test('a record that stood under another pupil names them nowhere, not even in what the paper leaves out', async () => {
  const year = await AmirasYear.begin();
  const at = '2026-09-10T10:00:00.000Z';
  const id = await year.record({ of: ['Leo', 'Yusuf'], category: 'Behaviour', at, text: 'Wet shoes.' });
  const nadia = await year.lead(NADIA);
  const { ground, schoolId, clock } = year.house;
  const concern = await nadia.must('correctPupil', {
    params: { id },
    body: {
      actionId: uuidv7(clock.now()),
      position: 0,
      was: year.pupil('Leo'),
      pupilId: year.amira,
      reason: 'It was Amira, not Leo O’Brien.',
    },
  });
  expect(JSON.stringify(concern)).toMatch(/Leo.*Yusuf|Yusuf.*Leo/);
  const redactor = new Redactor(await readNameBook(ground, schoolId, year.amira), year.amira);
  const whole = JSON.stringify(redactConcern(concern, redactor));
  expect(whole).not.toMatch(/Leo|O.Brien|Yusuf/);
  expect(whole).toContain('"match":{"was":"Pupil C","now":"Amira Khan"}');
});

/**
 * Titles, bookmarks and descriptions, which a reader shows beside the pages. Compressed bytes are left out: among so many
 * three letters of a name stand by chance.
 */
function outsideOfStreams(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString('latin1');
  return whole.replaceAll(/\bstream\r?\n[\s\S]*?endstream/g, '').replaceAll('\0', '');
}
