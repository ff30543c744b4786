import { TextWriter, Uint8ArrayWriter } from '@zip.js/zip.js';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY } from '../../../server/clock';
import { pupilChanges } from '../../../server/pupils/pupil-changes';
import { AmirasYear, NADIA, TOM } from '../chronology/amiras-year';
import { putChunk, sealOnline } from '../files/online-file';
import { flat, readPdf } from '../papers/poppler';
import { leave, stepAt, unpack } from './a-leaver';

const CODE = 'ABCDE-FGHJK-MNPQR-STVWX-Z2345';
const letter = Buffer.from('%PDF-1.7\nThe record of her first school.\n');

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
  const sealed = await sealOnline(letter, 'First school, with Leo.pdf');
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
  expect(
    (await tom.call('packLeaving', { params, body: { packageId: uuidv7(2), code: CODE, names: 'all' } }))
      .status,
  ).toBe(404);

  const packageId = uuidv7(2);
  const sent = { how: 'secure-transfer', to: 'Millbrook Juniors', on: today } as const;
  const receipt = { name: 'Ann Rees', role: 'Safeguarding lead', on: today };
  const ofPackage = <Said>(said: Said) => ({ ...said, packageId });
  expect((await nadia.call('noteSent', { params, body: ofPackage(sent) })).problem.code).toBe('conflict');
  expect(
    (await nadia.call('packLeaving', { params, body: { packageId: uuidv7(2), code: '1234', names: 'all' } }))
      .status,
  ).toBe(400);
  const packed = await nadia.call('packLeaving', {
    params,
    body: { packageId, code: CODE, names: 'letters' },
  });
  const entries = await unpack(packed.bytes, CODE);
  expect([...entries.keys()]).toEqual(['chronology.pdf', 'files/001.pdf', 'manifest.csv', 'read-me.txt']);
  expect([...entries.values()].every(({ encrypted, zipCrypto }) => encrypted && !zipCrypto)).toBe(true);
  const pdf = await entries.get('chronology.pdf')!.getData(new Uint8ArrayWriter());
  const pages = flat((await readPdf(pdf)).pages);
  expect(pages).toContain('Pupil B pushed her.');
  expect(pages).not.toContain('Leo');
  // The number of its path.
  expect(pages).toContain('Earlier record: File 1 (PDF, 1 kB)');
  const file = await entries.get('files/001.pdf')!.getData(new Uint8ArrayWriter());
  expect(Buffer.from(file).equals(letter)).toBe(true);
  const manifest = await entries.get('manifest.csv')!.getData(new TextWriter());
  for (const [path, bytes] of [
    ['chronology.pdf', pdf],
    ['files/001.pdf', file],
  ] as const)
    expect(manifest).toMatch(new RegExp(`${path},.*${createHash('sha256').update(bytes).digest('hex')}`));
  expect(manifest).toContain('files/001.pdf,"File 1 (PDF, 1 kB)",Document');
  const wrong = await unpack(packed.bytes, CODE.replace('A', 'B'));
  await expect(wrong.get('manifest.csv')!.getData(new TextWriter())).rejects.toThrow(/password/i);
  // What can be read without the code names nobody.
  expect(Buffer.from(packed.bytes).toString('latin1')).not.toMatch(/Amira|Khan|First school/);

  await expect.poll(async () => (await task())?.made?.size).toBe(packed.bytes.length);
  expect((await task())!.made!.sha256).toBe(createHash('sha256').update(packed.bytes).digest('hex'));
  expect((await nadia.call('noteReceipt', { params, body: ofPackage(receipt) })).problem.code).toBe(
    'conflict',
  );
  expect((await nadia.must('noteSent', { params, body: ofPackage(sent) })).task!.sent).toEqual({
    ...sent,
    by: 'Nadia Shah',
  });
  expect((await due()).length).toBe(1);
  expect(
    (await nadia.call('noteReceipt', { params, body: ofPackage({ ...receipt, role: ' ' }) })).status,
  ).toBe(400);
  expect((await nadia.must('noteReceipt', { params, body: ofPackage(receipt) })).task!.receipt).toMatchObject(
    receipt,
  );
  expect(await due()).toEqual([]);
  const rows = await ground.database.read('audit').where('what', 'like', 'leaver.%').orderBy('seq');
  expect(rows.map(({ what }) => what)).toEqual([
    'leaver.package-begun',
    'leaver.package-made',
    'leaver.sent',
    'leaver.received',
  ]);
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

/** Amira has left, and one record of hers stands. */
async function amiraLeft() {
  const year = await AmirasYear.begin();
  const record = (text: string, of = ['Amira']) =>
    year.record({ of, category: 'Behaviour', at: '2026-11-20T12:10:00.000Z', text });
  const id = await record('Wet shoes.');
  const nadia = await year.lead(NADIA);
  const today = new Date(year.house.clock.now()).toISOString().slice(0, 10);
  await leave(year, [year.amira], today);
  const params = { id: year.amira };
  const task = async () => (await nadia.must('readLeaving', { params })).task;
  let packageId = uuidv7(2);
  const pack = async () => {
    packageId = uuidv7(2);
    const { bytes } = await nadia.call('packLeaving', {
      params,
      body: { packageId, code: CODE, names: 'letters' },
    });
    const hash = createHash('sha256').update(bytes).digest('hex');
    await expect.poll(async () => (await task())?.made?.sha256).toBe(hash);
  };
  const sent = { how: 'post', to: 'Millbrook Juniors', on: today } as const;
  const receipt = { name: 'Ann Rees', role: 'Safeguarding lead', on: today };
  /** Says it of the newest package. */
  const say = (body: object) => nadia.call('noteSent', { params, body: { packageId, ...body } });
  const got = (body: object) => nadia.call('noteReceipt', { params, body: { packageId, ...body } });
  return { year, nadia, params, today, id, record, task, pack, sent, receipt, say, got };
}

test('each step is written once, on a day that can be, and what was sent is never written over', async () => {
  const { year, nadia, today, task, pack, sent, receipt, say, got } = await amiraLeft();
  await pack();
  expect((await say({ ...sent, on: '2026-12-24' })).problem.field).toBe('body.on');
  // Twice at one moment: the answer of the first was lost.
  expect((await Promise.all([say(sent), say(sent)])).map(({ status }) => status)).toEqual([200, 200]);
  expect((await say({ ...sent, to: 'Somebody else' })).problem.code).toBe('conflict');
  expect((await task())!.sent).toMatchObject(sent);
  expect((await got({ ...receipt, on: '2026-11-20' })).problem.title).toMatch(/not sent yet/);
  // Sent again with a new code: it is the new one that somebody has to receive.
  await pack();
  expect((await task())!.sent).toBeNull();
  expect((await got(receipt)).problem.code).toBe('conflict');
  await say({ ...sent, how: 'by-hand' });
  expect((await Promise.all([got(receipt), got(receipt)])).map(({ status }) => status)).toEqual([200, 200]);
  expect((await got({ ...receipt, name: 'Bo Lee' })).problem.code).toBe('conflict');
  expect(today).toBe((await task())!.receipt!.on);
  const rows = await year.house.ground.database
    .read('audit')
    .where('what', 'like', 'leaver.%')
    .orderBy('seq');
  expect(rows.map(({ what }) => what.replace('leaver.', ''))).toEqual([
    'package-begun',
    'package-made',
    'sent',
    'package-begun',
    'package-made',
    'sent',
    'received',
  ]);
  // Whoever looks into the audit finds what left the house among the records.
  const { entries } = await nadia.must('listAudit', { query: { kind: 'records' } });
  expect(entries.filter(({ what }) => what === 'leaver.package-begun')).toHaveLength(2);
});

test('what comes when she has left makes the package old, and after the receipt a new task', async () => {
  const { year, nadia, params, record, task, pack, sent, receipt, say, got } = await amiraLeft();
  await pack();
  expect((await task())!.changed).toBe(false);
  await record('A tablet was offline on the trip.');
  expect((await task())!.changed).toBe(true);
  await pack();
  expect((await task())!.changed).toBe(false);
  expect((await say(sent)).status).toBe(200);
  expect((await got(receipt)).status).toBe(200);
  const due = async () => (await nadia.must('listDueActions')).leavers.map(({ pupil }) => pupil?.name);
  expect(await due()).toEqual([]);
  // Nothing stood about Yusuf when he left.
  await leave(year, [year.pupil('Yusuf')], sent.on);
  const late = await record('Two tablets were offline.', ['Amira', 'Yusuf']);
  expect((await due()).sort()).toEqual(['Amira Khan', 'Yusuf Khan']);
  expect(await task()).toMatchObject({ made: null, sent: null, receipt: null });
  // Moved to Leo, who is on roll: nothing new stands about Amira, and what was made of Yusuf is old.
  const body = {
    actionId: uuidv7(year.house.clock.now()),
    position: 0,
    was: year.amira,
    reason: 'It was Leo.',
  };
  await nadia.must('correctPupil', { params: { id: late }, body: { ...body, pupilId: year.pupil('Leo') } });
  const sealed = await sealOnline(letter, 'Late.pdf');
  await nadia.must('addDocument', {
    params,
    body: { documentId: uuidv7(1), file: sealed.file, kind: 'letter', review: null, heldAt: null },
  });
  // Its bytes have not come: the card says that one file is not in it.
  await pack();
  expect((await task())!.made!.left).toBe(1);
});

test('a file that nobody may know of raises no task for them, and one who is joined with a pupil on roll has none', async () => {
  const year = await AmirasYear.begin();
  const nadia = await year.lead(NADIA);
  const { ground, schoolId } = year.house;
  const staff = await ground.database
    .read('duty_list')
    .where({ school_id: schoolId, role: 'lead' })
    .first('staff_id');
  await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Nadia shouted at her.',
    about: { staff: [staff!.staff_id] },
  });
  const today = new Date(year.house.clock.now()).toISOString().slice(0, 10);
  await leave(year, [year.amira], today);
  const params = { id: year.amira };
  const task = async () => (await nadia.must('readLeaving', { params })).task;
  expect(await task()).toBeNull();
  expect((await nadia.must('listDueActions')).leavers).toEqual([]);
  expect(
    (await nadia.call('packLeaving', { params, body: { packageId: uuidv7(2), code: CODE, names: 'all' } }))
      .status,
  ).toBe(404);
  await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Wet shoes.',
  });
  expect((await nadia.must('listDueActions')).leavers).toHaveLength(1);
  await stepAt(year, year.house.clock.now(), (step) =>
    pupilChanges['pupil.join'](step, {
      kind: 'pupil.join',
      pupilId: year.amira,
      intoId: year.pupil('Yusuf'),
    }),
  );
  expect((await nadia.must('listDueActions')).leavers).toEqual([]);
});
