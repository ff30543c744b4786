import { expect, test } from 'vitest';
import { newLineageId, uuidv7 } from '../../../protocol/identifiers';
import { AmirasYear, NADIA } from '../chronology/amiras-year';
import { putChunk, sealOnline } from '../files/online-file';
import { aConcern } from '../tablet';
import type { Visitor } from '../visitor';
import { namesIn } from '../../../server/papers/redact/described';
import { flat, readPdf } from './poppler';

// What a school hands to Amira’s family names no other child, whichever way somebody wrote them down.

type Printed = 'printConcern' | 'printChronology';

async function printed(lead: Visitor, what: Printed, id: string, query: object = {}): Promise<string> {
  const { bytes } = await lead.call(what, { params: { id }, query: { names: 'letters', ...query } });
  return flat((await readPdf(bytes)).pages);
}

test('files are numbers in it: their names say in too many ways who is on them', async () => {
  const year = await AmirasYear.begin();
  const { house, tablet } = year;
  const lineageId = newLineageId();
  const named = ['LeoOBrien_statement.docx', 'IMG_Leo1.jpg'];
  const sent = await Promise.all(
    named.map((name) => tablet.sealFile(lineageId, Buffer.alloc(20_400, 1), { name })),
  );
  const body = aConcern({ pupilId: year.amira, categories: [year.category('Behaviour')] });
  const attachments = sent.map(({ attachment }) => attachment);
  const sealed = await tablet.seal(body, { lineageId, attachments });
  const chunks = sent.flatMap(({ envelopes }) => envelopes.map(({ bytes }) => bytes));
  await tablet.deliver(sealed.bytes, ...chunks);
  await house.settled();
  const [id = ''] = await house.ground.database.read('concerns').pluck<string[]>('id');
  const nadia = await year.lead(NADIA);
  const scan = await sealOnline(Buffer.from('%PDF-1.7\nA scan.\n'), 'LOBrien.pdf');
  const actionId = uuidv7(house.clock.now());
  await nadia.must('addAction', { params: { id }, body: { actionId, text: 'A scan.', files: [scan.file] } });
  await putChunk(nadia, scan, 1);
  const report = await sealOnline(Buffer.from('%PDF-1.7\nA report.\n'), 'leobrien.pdf');
  await nadia.must('addDocument', {
    params: { id: year.amira },
    body: {
      documentId: uuidv7(house.clock.now()),
      file: report.file,
      kind: 'report',
      review: null,
      heldAt: 'Leo’s first school',
    },
  });
  await putChunk(nadia, report, 1);
  await house.settled();

  const concern = await printed(nadia, 'printConcern', id, { pupil: year.amira });
  expect(concern).not.toMatch(/Leo|Brien/i);
  expect(concern).toContain('File 1 (Word document, 20 kB) File 2 (picture, 20 kB) They belong');
  expect(concern).toContain('A scan. Files: File 3 (PDF, 1 kB)');
  const chronology = await printed(nadia, 'printChronology', year.amira);
  expect(chronology).not.toMatch(/Leo|Brien/i);
  expect(chronology).toContain('Report: File 1 (PDF, 1 kB) Original held at Pupil B’s first school');
  // Whoever prints it with names reads what they are called.
  expect(await printed(nadia, 'printConcern', id, { names: 'all' })).toContain('IMG_Leo1.jpg');
});

test('another child’s mother is an adult of that child; Amira’s own parents and the staff stay', async () => {
  const year = await AmirasYear.begin();
  const at = '2026-09-10T10:00:00.000Z';
  const id = await year.record({
    of: ['Amira', 'Leo'],
    category: 'Behaviour',
    at,
    text: 'Siobhan Daly rang about it, then Mr Daly. Sana Khan and Mrs Khan waited with Jo Price.',
    others: 'Siobhan',
  });
  await year.record({ of: ['Amira'], category: 'Behaviour', at, text: 'Ms Daly was at the gate.' });
  const nadia = await year.lead(NADIA);
  await year.note(nadia, id, 'Siobhan is coming in. So is Sana.');
  const concern = await printed(nadia, 'printConcern', id, { pupil: year.amira });
  const chronology = await printed(nadia, 'printChronology', year.amira);
  const same = [
    'an adult of Pupil B rang about it, then an adult of Pupil B. Sana Khan and Mrs Khan waited with Jo Price.',
    'an adult of Pupil B is coming in. So is Sana.',
  ];
  for (const said of [...same, 'Others involved an adult of Pupil B']) expect(concern).toContain(said);
  for (const said of [...same, 'an adult of Pupil B was at the gate.']) expect(chronology).toContain(said);
  for (const paper of [concern, chronology]) expect(paper).not.toMatch(/Siobhan|Daly/);
});

test.each([
  ['Jayden Cole', ['jayden', 'jayden cole', 'cole']],
  ['jayden cole', ['jayden', 'jayden cole', 'cole']],
  ['A tall boy called Jayden Brown, Year 4', ['jayden', 'jayden brown', 'brown']],
  ['Kayleigh’s little brother', ['kayleigh?']],
  ['Jayden, a friend of Kayleigh from Millbrook', ['jayden', 'kayleigh?']],
  ['a boy in Year 4 with a red coat', []],
  ['BOY IN YEAR 4 WITH RED COAT', []],
  ['Tall girl, Reception. Brown hair', []],
  ['Jayden, Brown hair', ['jayden']],
])('of a child who is not on the list, what looks like a name: %s', (description, names) => {
  expect(namesIn(description).map(({ words, theirs }) => (theirs ? words : `${words}?`))).toEqual(names);
});

test('a child whom nobody has found on the roll is a letter of that record, in its lists and its texts', async () => {
  const year = await AmirasYear.begin();
  const { house, tablet } = year;
  const send = async (at: string, text: string, ...described: string[]) => {
    const sealed = await tablet.seal(
      aConcern({
        pupils: [
          ...described.map((description) => ({ kind: 'not-on-list' as const, description })),
          { kind: 'listed', pupilId: year.amira, shown: 'Amira' },
        ],
        when: { kind: 'another-day', at, about: false },
        categories: [year.category('Behaviour')],
        text,
      }),
    );
    await tablet.deliver(sealed.bytes);
    await house.settled();
    const row = await house.ground.database.read('concerns').where({ envelope_id: sealed.id }).first('id');
    return row!.id;
  };
  const park = await send(
    '2026-09-10T10:00:00.000Z',
    'Jayden Cole pushed Amira. jayden’s mother and Leo saw it, in a red coat.',
    'A boy in Year 4 with a red coat',
    'Jayden Cole',
  );
  await send('2026-09-11T10:00:00.000Z', 'Cole hit her.', 'jayden cole');
  await send('2026-09-12T10:00:00.000Z', 'A lump of coal.', 'Tall girl');
  const nadia = await year.lead(NADIA);
  await year.note(nadia, park, 'Spoke to Coles mother.');

  const concern = await printed(nadia, 'printConcern', park, { pupil: year.amira });
  expect(concern).not.toMatch(/Jayden|Cole|Year 4/i);
  for (const said of [
    'Pupil C pushed Amira. Pupil C’s mother and Pupil D saw it, in a red coat.',
    'Spoke to Pupil C’s mother.',
    'Amira Khan Class 4B',
    'Pupil B Not matched',
    'Pupil C Not matched',
  ])
    expect(concern).toContain(said);
  const chronology = await printed(nadia, 'printChronology', year.amira);
  expect(chronology).not.toMatch(/Jayden|Cole|boy in|Tall girl/i);
  for (const said of [
    'Pupil B pushed Amira. Pupil B’s mother and Pupil C saw it, in a red coat.',
    'With Pupil D, Pupil B',
    'Spoke to Pupil B’s mother.',
    'Pupil E hit her.',
    'With Pupil E',
    'A lump of coal.',
  ])
    expect(chronology).toContain(said);
});
