import { expect, test } from 'vitest';
import { newLineageId, uuidv7 } from '../../../protocol/identifiers';
import { AmirasYear, NADIA } from '../chronology/amiras-year';
import { putChunk, sealOnline } from '../files/online-file';
import { aConcern } from '../tablet';
import type { Visitor } from '../visitor';
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
