import { BlobReader, TextWriter, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY } from '../../../server/clock';
import { pupilChanges } from '../../../server/pupils/pupil-changes';
import type { ChangeStep } from '../../../server/school/apply-change';
import { AmirasYear, NADIA, TOM } from '../chronology/amiras-year';
import { putChunk, sealOnline } from '../files/online-file';
import { flat, readPdf } from '../papers/poppler';

const CODE = 'ABCDE-FGHJK-MNPQR-STVWX-Z2345';
const letter = Buffer.from('%PDF-1.7\nThe record of her first school.\n');

/** A step of the office at a time: as the one door for changes takes it (server/oversight). */
function stepAt(year: AmirasYear, now: number, deed: (step: ChangeStep) => Promise<unknown>) {
  const { ground, schoolId } = year.house;
  const clock = { ...ground.clock, now: () => now };
  return ground.database.write((trx) =>
    deed({
      trx,
      ground: { ...ground, clock },
      schoolId,
      at: new Date(now).toISOString(),
      staffId: uuidv7(now),
      newId: () => uuidv7(now),
    }),
  );
}

function leave(year: AmirasYear, pupilIds: string[], on: string, now = year.house.clock.now()) {
  return stepAt(year, now, (step) =>
    pupilChanges['pupil.leave'](step, {
      kind: 'pupil.leave',
      pupilIds,
      on,
      destination: 'Millbrook Juniors',
    }),
  );
}

/** Entries of a package by their paths, opened with a code. */
async function unpack(bytes: Uint8Array, password: string) {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), {
    password,
    useWebWorkers: false,
  });
  const entries = (await reader.getEntries()) as FileEntry[];
  return new Map(entries.map((entry) => [entry.filename, entry]));
}

test('Amira leaves: her file goes to the next school as one package, and is done with a receipt alone', async () => {
  const year = await AmirasYear.begin();
  const { ground } = year.house;
  await year.record({
    of: ['Amira', 'Leo'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Leo pushed her.',
  });
  const nadia = await year.lead(NADIA);
  const params = { id: year.amira };
  const sealed = await sealOnline(letter, 'First school.pdf');
  await nadia.must('addDocument', {
    params,
    body: {
      documentId: uuidv7(ground.clock.now()),
      file: sealed.file,
      kind: 'earlier-record',
      review: null,
      heldAt: null,
    },
  });
  await putChunk(nadia, sealed, 1);
  await year.house.settled();
  const task = async () => (await nadia.must('readLeaving', { params })).task;
  expect(await task()).toBeNull();
  const today = new Date(ground.clock.now()).toISOString().slice(0, 10);
  await leave(year, [year.amira, year.pupil('Yusuf')], today);
  await leave(year, [year.amira], today);

  // Monday 23 November and five school days: Monday 30. Nothing stands about Yusuf, so nothing is to be sent.
  expect(await task()).toMatchObject({
    day: '2026-11-30',
    late: false,
    made: null,
    sent: null,
    receipt: null,
  });
  const due = async () => (await nadia.must('listDueActions')).leavers;
  expect(await due()).toEqual([
    { day: '2026-11-30', pupil: { id: year.amira, name: 'Amira Khan', className: '4B' } },
  ]);
  const tom = await year.lead(TOM);
  expect((await tom.must('listDueActions')).leavers).toEqual([]);
  expect((await tom.call('packLeaving', { params, body: { code: CODE, names: 'all' } })).status).toBe(404);

  const sent = { how: 'secure-transfer', to: 'Millbrook Juniors', on: today } as const;
  const receipt = { name: 'Ann Rees', role: 'Safeguarding lead', on: today };
  expect((await nadia.call('noteSent', { params, body: sent })).problem.code).toBe('conflict');
  expect((await nadia.call('packLeaving', { params, body: { code: '1234', names: 'all' } })).status).toBe(
    400,
  );
  const packed = await nadia.call('packLeaving', { params, body: { code: CODE, names: 'letters' } });
  const entries = await unpack(packed.bytes, CODE);
  expect([...entries.keys()]).toEqual(['chronology.pdf', 'files/001.pdf', 'manifest.csv', 'read-me.txt']);
  expect([...entries.values()].every(({ encrypted, zipCrypto }) => encrypted && !zipCrypto)).toBe(true);
  const pdf = await entries.get('chronology.pdf')!.getData(new Uint8ArrayWriter());
  const pages = flat((await readPdf(pdf)).pages);
  expect(pages).toContain('Pupil B pushed her.');
  expect(pages).not.toContain('Leo');
  const file = await entries.get('files/001.pdf')!.getData(new Uint8ArrayWriter());
  expect(Buffer.from(file).equals(letter)).toBe(true);
  const manifest = await entries.get('manifest.csv')!.getData(new TextWriter());
  for (const [path, bytes] of [
    ['chronology.pdf', pdf],
    ['files/001.pdf', file],
  ] as const)
    expect(manifest).toMatch(new RegExp(`${path},.*${createHash('sha256').update(bytes).digest('hex')}`));
  expect(manifest).toContain('files/001.pdf,First school.pdf,Document');
  const wrong = await unpack(packed.bytes, CODE.replace('A', 'B'));
  await expect(wrong.get('manifest.csv')!.getData(new TextWriter())).rejects.toThrow(/password/i);
  // What can be read without the code names nobody.
  expect(Buffer.from(packed.bytes).toString('latin1')).not.toMatch(/Amira|Khan|First school/);

  await expect.poll(async () => (await task())?.made?.size).toBe(packed.bytes.length);
  expect((await task())!.made!.sha256).toBe(createHash('sha256').update(packed.bytes).digest('hex'));
  expect((await nadia.call('noteReceipt', { params, body: receipt })).problem.code).toBe('conflict');
  expect((await nadia.must('noteSent', { params, body: sent })).task!.sent).toEqual({
    ...sent,
    by: 'Nadia Shah',
  });
  expect((await due()).length).toBe(1);
  expect((await nadia.call('noteReceipt', { params, body: { ...receipt, role: ' ' } })).status).toBe(400);
  expect((await nadia.must('noteReceipt', { params, body: receipt })).task!.receipt).toMatchObject(receipt);
  expect(await due()).toEqual([]);
  const rows = await ground.database.read('audit').where('what', 'like', 'leaver.%').orderBy('seq');
  expect(rows.map(({ what }) => what)).toEqual(['leaver.package-made', 'leaver.sent', 'leaver.received']);
  expect(JSON.stringify(rows)).not.toMatch(/Millbrook|Rees|ABCDE/);
});

test('a file that is late counts for the leads, and one of a pupil who came back is dropped', async () => {
  const year = await AmirasYear.begin();
  await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2026-11-10T12:10:00.000Z',
    text: 'Wet shoes.',
  });
  const nadia = await year.lead(NADIA);
  const counted = async () => (await nadia.must('listInbox', { query: { view: 'all' } })).counts.due;
  const before = await counted();
  const now = year.house.clock.now();
  await leave(year, [year.amira], '2026-11-10', now - 12 * DAY);
  const task = async () => (await nadia.must('readLeaving', { params: { id: year.amira } })).task;
  expect((await task())!.late).toBe(true);
  expect(await counted()).toBe(before + 1);
  await stepAt(year, now, (step) =>
    pupilChanges['pupil.return'](step, { kind: 'pupil.return', pupilIds: [year.amira] }),
  );
  expect([await counted(), await task()]).toEqual([before, null]);
});
