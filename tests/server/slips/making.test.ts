import { expect, test } from 'vitest';
import { importSchool } from '../../../server/set-up/import/import-school';
import { JO, NADIA } from '../oversight/office';
import { aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { openLunchHall } from './lunch-hall';

test('slips for several people are made in one go, each with a code of its own', async () => {
  const hall = await openLunchHall();
  const { slips } = await hall.sue.must('makeSlips', { body: { to: [hall.pat, hall.kim] } });
  expect(slips.map(({ name }) => name).sort()).toEqual(['Kim Doyle', 'Pat Field']);
  expect(new Set(slips.map(({ code }) => code)).size).toBe(2);
  for (const { code } of slips) expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ]{12}$/);
  const listed = await hall.sue.must('listSlips');
  expect(listed.slips).toMatchObject([
    { state: 'open', madeBy: 'Sue Coyle', usedOn: null },
    { state: 'open', madeBy: 'Sue Coyle', usedOn: null },
  ]);
  expect(JSON.stringify(listed)).not.toContain(slips[0]!.code);
});

test('none is made for leavers, for whoever has an address, or of a group that must log in', async () => {
  const hall = await openLunchHall();
  const refused = async (...to: string[]) =>
    (await hall.sue.call('makeSlips', { body: { to } })).problem.title;
  expect(await refused(hall.id.staff('Jo Price'))).toContain('e-mail address');
  await hall.make({ kind: 'staff.disable', staffId: hall.pat });
  expect(await refused(hall.pat)).toContain('has left');
  await hall.make({
    kind: 'group.change',
    groupId: hall.id.group('All staff'),
    name: 'All staff',
    higherLevel: true,
    unrestricted: false,
    administration: [],
  });
  expect(await refused(hall.kim)).toContain('higher level');
  expect((await hall.sue.must('listSlips')).slips).toEqual([]);
});

test('one person who may have none keeps the others from theirs, so that nothing is half done', async () => {
  const hall = await openLunchHall();
  const to = [hall.pat, hall.id.staff('Jo Price')];
  expect((await hall.sue.call('makeSlips', { body: { to } })).status).toBe(400);
  expect((await hall.sue.must('listSlips')).slips).toEqual([]);
});

test('whoever does not keep the staff can neither make, see nor withdraw one; nor can another school', async () => {
  const hall = await openLunchHall();
  await hall.slipFor(hall.pat);
  const { id } = (await hall.sue.must('listSlips')).slips[0]!;
  const jo = await hall.house.loggedIn(JO);
  expect((await jo.call('makeSlips', { body: { to: [hall.pat] } })).problem.code).toBe('elevation-needed');
  expect((await jo.call('listSlips')).problem.code).toBe('elevation-needed');
  expect((await jo.call('withdrawSlip', { params: { id } })).problem.code).toBe('elevation-needed');
  const nadia = (await elevatedLead(hall.house, NADIA)).browser;
  expect((await nadia.call('listSlips')).status).toBe(200);
  await hall.make({
    kind: 'group.change',
    groupId: hall.id.group('Safeguarding leads'),
    name: 'Safeguarding leads',
    higherLevel: true,
    unrestricted: true,
    administration: ['audit'],
  });
  expect((await nadia.call('listSlips')).problem.code).toBe('not-found');
  expect((await nadia.call('makeSlips', { body: { to: [hall.pat] } })).problem.code).toBe('not-found');
  const plan = aSchool({ site: 'hillside', name: 'Hillside Primary' });
  const { schoolId } = await importSchool(hall.house.ground, plan, { actor: 'shell' });
  const theirs = await hall.house.ground.database.read('staff').where({ school_id: schoolId }).pluck('id');
  const asked = await hall.sue.call('makeSlips', { body: { to: [theirs[0]!] } });
  expect(asked.problem.code).toBe('not-found');
});

test('a slip is withdrawn once, and a second look says that it is over', async () => {
  const hall = await openLunchHall();
  await hall.slipFor(hall.pat);
  const { id } = (await hall.sue.must('listSlips')).slips[0]!;
  await hall.sue.must('withdrawSlip', { params: { id } });
  expect((await hall.sue.call('withdrawSlip', { params: { id } })).problem.code).toBe('conflict');
  const never = await hall.sue.call('withdrawSlip', { params: { id: hall.pat } });
  expect(never.problem.code).toBe('not-found');
});
