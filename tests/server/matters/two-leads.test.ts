import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { AmirasYear, NADIA, TOM } from '../chronology/amiras-year';
import { sealOnline } from '../files/online-file';
import type { Visitor } from '../visitor';
import { leave } from './a-leaver';

const CODE = '23456-ABCDE-FGHJK-MNPQR-STVWX';

/** Amira's page on the screens of two leads at once: Nadia Shah's and Tom Lowe's, the deputy. */
async function twoLeads() {
  const year = await AmirasYear.begin();
  const { ground, schoolId, clock } = year.house;
  const [nadia, tom] = [await year.lead(NADIA), await year.lead(TOM)];
  const { staffId } = (await tom.must('readSession')).session!;
  await ground.database.write((trx) =>
    trx('duty_list').insert({ school_id: schoolId, role: 'deputy', position: 1, staff_id: staffId }),
  );
  const params = { id: year.amira };
  return { year, clock, nadia, tom, params, fresh: () => uuidv7(clock.now()) };
}

test('two leads change one document: the second is told who was first and when, and saves on top of it', async () => {
  const { clock, nadia, tom, params, fresh } = await twoLeads();
  const sealed = await sealOnline(Buffer.from('%PDF-1.7\nMinutes.\n'), 'Minutes.pdf');
  const said = { kind: 'minutes', review: null, heldAt: null } as const;
  const documentId = fresh();
  await nadia.must('addDocument', { params, body: { documentId, file: sealed.file, ...said } });
  const seen = async (who: Visitor) => (await who.must('listDocuments', { params })).documents[0];
  const change = (who: Visitor, after: string, given: object, versionId = fresh()) =>
    who.call('changeDocument', {
      params: { ...params, documentId },
      body: { ...said, versionId, after, removed: null, ...given },
    });
  const first = (await seen(tom))!.versionId;
  const hers = fresh();
  expect((await change(nadia, first, { review: '2027-01-11' }, hers)).status).toBe(204);
  // The answer was lost: sent again it changes nothing twice.
  expect((await change(nadia, first, { review: '2027-01-11' }, hers)).status).toBe(204);
  const { code, title } = (await change(tom, first, { kind: 'report' })).problem;
  expect(code).toBe('conflict');
  expect(title).toMatch(/^Mrs Shah changed this at \d\d:\d\d\. Look at it, then save again\.$/);
  const now = (await seen(tom))!;
  expect(now).toMatchObject({ kind: 'minutes', review: '2027-01-11' });
  expect((await change(tom, now.versionId, { kind: 'report', review: '2027-01-11' })).status).toBe(204);
  expect(await seen(nadia)).toMatchObject({ kind: 'report', review: '2027-01-11' });

  // Both at one moment: one is first, whichever.
  const { versionId } = (await seen(nadia))!;
  const both = await Promise.all([
    change(nadia, versionId, { kind: 'letter' }),
    change(tom, versionId, { kind: 'plan' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);

  // Taken off the page, it cannot be brought back by somebody who still sees it.
  const last = (await seen(nadia))!.versionId;
  const endedOf = async (who: Visitor) => (await who.must('readSession')).session!.rightsEnded;
  expect([await endedOf(nadia), await endedOf(tom)]).toEqual([0, 0]);
  await change(tom, last, { removed: 'Another child’s.' });
  // It falls on every other screen at once.
  expect([await endedOf(nadia), await endedOf(tom)]).toEqual([1, 0]);
  clock.skip(1000);
  expect((await change(nadia, last, { kind: 'letter' })).problem.title).toMatch(
    /^Ms Lowe took this off the page at \d\d:\d\d\./,
  );
  expect(await seen(nadia)).toBeUndefined();
});

test('two leads change one plan, one mark on a contact and what a pupil is watched for: nothing is lost', async () => {
  const { year, clock, nadia, tom, params, fresh } = await twoLeads();
  const matterId = fresh();
  const plan = {
    ...({ kind: 'early-help', name: null, start: '2026-10-01', review: null, end: null } as const),
    ...{ authority: null, worker: null, phone: null, note: null },
  };
  const keep = (who: Visitor, after: string | null, given: object = {}) =>
    who.call('keepMatter', {
      params,
      body: { versionId: fresh(), matterId, after, details: { ...plan, ...given } },
    });
  await keep(nadia, null);
  const page = (who: Visitor) => who.must('readPupilPage', { params });
  const [seen] = (await page(tom)).matters;
  clock.skip(1000);
  expect((await keep(nadia, seen!.versionId, { worker: 'Ann Rees' })).status).toBe(204);
  expect((await keep(tom, seen!.versionId, { note: 'Mondays.' })).problem.title).toMatch(
    /^Mrs Shah changed this at \d\d:\d\d\. Look at it, then save again\.$/,
  );
  clock.skip(1000);
  expect(
    (await keep(tom, (await page(tom)).matters[0]!.versionId, { worker: 'Ann Rees', note: 'Mondays.' }))
      .status,
  ).toBe(204);

  const [sana] = (await page(tom)).contacts;
  const contact = { name: sana!.name, relationship: sana!.relationship, phone: sana!.phone };
  const bar = (who: Visitor) =>
    who.call('barContact', {
      params,
      body: { versionId: fresh(), contact, barred: true, reason: 'By order.' },
    });
  expect((await bar(tom)).status).toBe(204);
  expect((await bar(nadia)).problem.title).toMatch(/^Ms Lowe changed this at /);

  // Ticks are of one category each: both leads' stand, though neither saw the other's.
  const watch = (who: Visitor, categories: string[], of: string[]) =>
    who.must('watchCategories', {
      params,
      body: {
        categories: categories.map((name) => year.category(name)),
        seen: of.map((name) => year.category(name)),
      },
    });
  await watch(nadia, ['Behaviour', 'Physical injury'], []);
  await watch(tom, [], ['Behaviour']);
  expect((await page(nadia)).watchedIn.map(({ name }) => name)).toEqual(['Physical injury']);
});

test('how a package was sent is said of the package that the lead saw, not of one that another made since', async () => {
  const { year, clock, nadia, tom, params, fresh } = await twoLeads();
  await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Her shoes were wet through.',
  });
  const on = new Date(clock.now()).toISOString().slice(0, 10);
  await leave(year, [year.amira], on);
  const pack = async (who: Visitor) => {
    const packageId = fresh();
    await who.call('packLeaving', { params, body: { packageId, code: CODE, names: 'letters' } });
    await expect
      .poll(async () => (await who.must('readLeaving', { params })).task?.made?.packageId)
      .toBe(packageId);
    return packageId;
  };
  const hers = await pack(nadia);
  const his = await pack(tom);
  const sent = { how: 'post', to: 'Millbrook Juniors', on } as const;
  const say = (who: Visitor, packageId: string) =>
    who.call('noteSent', { params, body: { packageId, ...sent } });
  expect((await say(nadia, hers)).problem.title).toMatch(/^Ms Lowe made another package at \d\d:\d\d\./);
  expect((await nadia.must('readLeaving', { params })).task).toMatchObject({ sent: null });
  expect((await say(tom, his)).status).toBe(200);
});

test('a plan, a mark on a contact and a document sent again with other words are refused, with what stands', async () => {
  const { nadia, params, fresh } = await twoLeads();
  const refused = { code: 'conflict', title: expect.stringMatching(/^You changed this at/) as string };
  const plan = { versionId: fresh(), matterId: fresh(), after: null };
  const details = {
    ...({ kind: 'child-protection', name: null, start: '2026-11-02', review: null, end: null } as const),
    ...{ authority: null, worker: null, phone: null },
  };
  const keep = (note: string) =>
    nadia.call('keepMatter', { params, body: { ...plan, details: { ...details, note } } });
  for (const note of ['First note.', 'First note.']) expect((await keep(note)).status).toBe(204);
  expect((await keep('Second note.')).problem).toMatchObject(refused);
  const { matters } = await nadia.must('readPupilPage', { params });
  expect(matters.filter(({ matterId }) => matterId === plan.matterId)).toMatchObject([
    { details: { note: 'First note.' } },
  ]);

  const [sana] = (await nadia.must('readPupilPage', { params })).contacts;
  const contact = { name: sana!.name, relationship: sana!.relationship, phone: sana!.phone };
  const mark = { versionId: fresh(), contact, barred: true };
  const bar = (reason: string) => nadia.call('barContact', { params, body: { ...mark, reason } });
  for (const reason of ['First order.', 'First order.']) expect((await bar(reason)).status).toBe(204);
  expect((await bar('Second order.')).problem).toMatchObject(refused);

  const sealed = await sealOnline(Buffer.from('%PDF-1.7\nMinutes.\n'), 'Minutes.pdf');
  const documentId = fresh();
  const add = (review: string | null) =>
    nadia.call('addDocument', {
      params,
      body: { documentId, file: sealed.file, kind: 'minutes', review, heldAt: null },
    });
  for (const review of [null, null]) expect((await add(review)).status).toBe(204);
  expect((await add('2027-01-11')).problem).toMatchObject(refused);
  const versionId = fresh();
  const change = (kind: 'letter' | 'plan', removed: string | null = null) =>
    nadia.call('changeDocument', {
      params: { ...params, documentId },
      body: { versionId, after: documentId, kind, review: null, heldAt: null, removed },
    });
  for (const kind of ['letter', 'letter'] as const) expect((await change(kind)).status).toBe(204);
  expect((await change('plan')).problem).toMatchObject(refused);
  expect((await change('letter', 'Another child’s.')).problem).toMatchObject(refused);
  // As it was added it is still the one that was added.
  expect((await add(null)).status).toBe(204);
});
