import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { DAY, MINUTE } from '../../../server/clock';
import { importSchool } from '../../../server/set-up/import/import-school';
import { listSuppliersSessions } from '../../../server/training/list-suppliers';
import { readSuppliersFile } from '../../../server/training/suppliers-file';
import { appointFromShell } from '../../../server/trust/appoint';
import { JO, NADIA, openOffice, type Office } from '../oversight/office';
import { aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';

let office: Office;
let jo: Visitor;
beforeEach(async () => {
  office = await openOffice();
  jo = await office.house.loggedIn(JO);
});

const LINK = 'https://meet.example/heed?pwd=4711';
const aSession = (more: object = {}) => ({
  title: 'Recording a concern in a minute',
  audience: 'everyone',
  day: '2026-11-24',
  at: '15:45',
  minutes: 45,
  url: LINK,
  ...more,
});
const list = (more: object = {}, id = uuidv7(office.house.clock.now())) =>
  office.sue.call('keepTraining', { params: { id }, body: aSession(more) });
const seenBy = async (who: Visitor) => (await who.must('listTraining')).sessions;

test('staff see what is for them, say that they come, withdraw, and are counted', async () => {
  expect((await list()).status).toBe(200);
  const [one] = await seenBy(jo);
  expect(one).toMatchObject({
    title: 'Recording a concern in a minute',
    starts: '2026-11-24T15:45:00.000Z',
    ends: '2026-11-24T16:30:00.000Z',
    url: LINK,
    coming: false,
    count: 0,
  });
  const come = (coming: boolean) => jo.must('setComing', { params: { id: one!.id }, body: { coming } });
  await come(true);
  expect((await come(true)).sessions).toMatchObject([{ coming: true, count: 1 }]);
  const kept = (await office.sue.must('listKeptTraining')).sessions;
  expect(kept).toMatchObject([{ people: ['Jo Price'] }]);
  expect((await come(false)).sessions).toMatchObject([{ coming: false, count: 0 }]);
});

test('a session for leads is not there for a teacher, not even by its id', async () => {
  const id = uuidv7(office.house.clock.now());
  await list({ audience: 'leads' }, id);
  expect(await seenBy(jo)).toEqual([]);
  const hidden = await jo.call('setComing', { params: { id }, body: { coming: true } });
  const absent = await jo.call('setComing', {
    params: { id: uuidv7(office.house.clock.now()) },
    body: { coming: true },
  });
  expect([hidden.status, hidden.problem]).toEqual([404, absent.problem]);
  expect(await seenBy(await office.house.loggedIn(NADIA))).toHaveLength(1);
  await list({ audience: 'administrators' });
  expect((await seenBy(office.sue)).map(({ audience }) => audience)).toEqual(['administrators']);
});

test('only an https link is taken, and only a time to come', async () => {
  for (const url of ['http://meet.example/1', 'javascript:alert(1)', 'https://a:b@meet.example', 'meet'])
    expect((await list({ url })).problem).toMatchObject({
      field: 'body.url',
      title: 'Paste the whole joining link. It has to begin with https.',
    });
  expect((await list({ day: '2026-11-20' })).problem.title).toContain('still to come');
  expect((await office.sue.must('listKeptTraining')).sessions).toEqual([]);
});

test('what is over falls away, and goes with its list when the next one is listed', async () => {
  await list();
  const [one] = await seenBy(jo);
  await jo.must('setComing', { params: { id: one!.id }, body: { coming: true } });
  office.house.clock.skip(DAY + 6 * 60 * MINUTE);
  jo = await office.house.loggedIn(JO);
  expect(await seenBy(jo)).toEqual([]);
  const { read } = office.house.ground.database;
  expect(await read('training_places')).toHaveLength(1);
  const sue = (await elevatedLead(office.house, NADIA)).browser;
  await sue.must('keepTraining', {
    params: { id: uuidv7(office.house.clock.now()) },
    body: aSession({ day: '2026-12-01' }),
  });
  expect(await read('training_places')).toEqual([]);
  expect(await read('training_sessions')).toHaveLength(1);
});

test('a session that is changed keeps its list; one that is removed is gone for everybody', async () => {
  const id = uuidv7(office.house.clock.now());
  await list({}, id);
  await jo.must('setComing', { params: { id }, body: { coming: true } });
  await list({ at: '16:00' }, id);
  expect(await seenBy(jo)).toMatchObject([{ starts: '2026-11-24T16:00:00.000Z', coming: true }]);
  await office.sue.must('removeTraining', { params: { id } });
  expect(await seenBy(jo)).toEqual([]);
  expect((await office.sue.call('removeTraining', { params: { id } })).status).toBe(404);
});

test('a leaver is counted no more, and the audit names no session', async () => {
  await list();
  const [one] = await seenBy(jo);
  await jo.must('setComing', { params: { id: one!.id }, body: { coming: true } });
  await office.make({ kind: 'staff.disable', staffId: office.id.staff('Jo Price') });
  expect((await office.sue.must('listKeptTraining')).sessions).toMatchObject([{ people: [] }]);
  const rows = await office.house.ground.database
    .read('audit')
    .whereLike('what', 'training.%')
    .orderBy('seq');
  expect(rows.map(({ what, facts }) => [what, facts])).toEqual([
    ['training.kept', '{}'],
    ['training.coming', '{}'],
  ]);
});

test('a trust lists a session at every site in one step, reads nothing there, and each school may remove it', async () => {
  const { house } = office;
  const hazel = await importSchool(house.ground, aSchool({ site: 'hazel', name: 'Hazel Primary' }), {
    actor: 'shell',
  });
  const id = uuidv7(house.clock.now());
  const forAll = () => office.sue.call('listTrainingForSites', { params: { id }, body: aSession() });
  expect((await forAll()).status).toBe(404);
  await appointFromShell(house.ground, ['add', 'sue.coyle@oakfield.example']);
  expect((await forAll()).reply).toEqual({ sites: 2 });
  const { read } = house.ground.database;
  expect(await read('training_sessions').where({ id })).toHaveLength(2);
  const audited = await read('audit').where({ what: 'training.kept' }).select('school_id', 'actor');
  expect(audited.find(({ school_id }) => school_id === hazel.schoolId)?.actor).toBe('trust');
  await office.sue.must('removeTraining', { params: { id } });
  expect((await read('training_sessions').where({ id })).map((row) => row.school_id)).toEqual([
    hazel.schoolId,
  ]);
});

test('the supplier’s file lists sessions at every school, follows its changes, and lets a school remove one', async () => {
  const { house } = office;
  const file = join(mkdtempSync(join(tmpdir(), 'heed-training-')), 'sessions.json');
  const ground = { ...house.ground, settings: { ...house.ground.settings, trainingFile: file } };
  const [first, second] = [uuidv7(house.clock.now()), uuidv7(house.clock.now())];
  const write = async (sessions: unknown) => {
    writeFileSync(file, typeof sessions === 'string' ? sessions : JSON.stringify(sessions));
    await listSuppliersSessions(ground);
  };
  await write([aSession({ id: first }), aSession({ id: second, title: 'For leads', audience: 'leads' })]);
  expect(await seenBy(jo)).toMatchObject([{ id: first, url: LINK, count: 0 }]);
  await jo.must('setComing', { params: { id: first }, body: { coming: true } });
  await write([aSession({ id: first, at: '16:00' }), aSession({ id: second, audience: 'leads' })]);
  expect(await seenBy(jo)).toMatchObject([{ starts: '2026-11-24T16:00:00.000Z', coming: true, count: 1 }]);

  // A faulty file leaves the list as it is.
  await write([aSession({ id: first, url: 'http://meet.example/1' })]);
  await write('no list');
  expect(await seenBy(jo)).toHaveLength(1);

  await office.sue.must('removeTraining', { params: { id: first } });
  await write([aSession({ id: first }), aSession({ id: second, audience: 'leads' })]);
  expect(await seenBy(jo)).toEqual([]);
  await write([]);
  expect((await office.sue.must('listKeptTraining')).sessions).toEqual([]);
  const rows = await house.ground.database
    .read('audit')
    .where({ actor: 'supplier' })
    .orderBy('seq')
    .select('what', 'object');
  expect(
    rows.map(({ what, object }) => `${what} ${object === `training:${first}` ? 'first' : 'second'}`),
  ).toEqual([
    'training.kept first',
    'training.kept second',
    'training.kept first',
    'training.kept second',
    'training.removed second',
  ]);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const { entries } = await nadia.must('listAudit');
  expect(entries.find(({ what }) => what === 'training.removed')?.who).toBe('The supplier of Heed');
});

test('the office read what is wrong with the supplier’s file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heed-training-')), 'sessions.json');
  const said = async (text: string | null) => {
    if (text !== null) writeFileSync(file, text);
    return (await readSuppliersFile(file)).fault;
  };
  expect(await said(null)).toBe('The file could not be read.');
  expect(await said('[')).toBe('The file is not JSON.');
  const id = uuidv7(office.house.clock.now());
  expect(await said(JSON.stringify([aSession({ id }), aSession({ id: 'x' })]))).toBe(
    'Session 2, id: This is not an identifier.',
  );
  expect(await said(JSON.stringify([aSession({ id }), aSession({ id })]))).toBe(
    'Two sessions have the same id.',
  );
  expect(await said(JSON.stringify([aSession({ id })]))).toBe(null);
  expect((await office.sue.must('listKeptTraining')).supplierFault).toBe(null);
});
