import { beforeEach, expect, test } from 'vitest';
import { importSchool } from '../../../server/set-up/import/import-school';
import { aConcern, type Tablet } from '../tablet';
import { openLunchHall, type LunchHall } from './lunch-hall';

let hall: LunchHall;
let pats: Tablet;
beforeEach(async () => {
  hall = await openLunchHall();
  pats = (await hall.tablet.useSlip(await hall.slipFor(hall.pat))).tablet!;
});

/** The reason for which what Pat sends now is doubted; null where it is not. */
async function doubtOfNext(): Promise<string | null> {
  const { reply } = await pats.deliver((await pats.seal(aConcern())).bytes);
  expect(reply?.receipts).toHaveLength(1);
  await hall.house.settled();
  const rows = await hall.house.ground.database.read('concerns').orderBy('id', 'desc').select('quarantine');
  return rows[0]?.quarantine ?? null;
}

test('an administrator ends what a used slip gave: no roll any more, and what arrives is checked by a lead', async () => {
  expect(await doubtOfNext()).toBeNull();
  const { id } = (await hall.sue.must('listSlips')).slips[0]!;
  await hall.sue.must('withdrawSlip', { params: { id } });
  expect(await hall.statesOf(hall.pat)).toEqual(['ended']);
  expect(await pats.refresh()).toBe(401);
  expect(await doubtOfNext()).toBe('slip-ended');
  const alerts = await hall.house.ground.database.read('alerts').whereNotNull('concern_id');
  expect(alerts.length).toBeGreaterThan(0);
});

test('a move into a group that views ends it once a second person has confirmed, not before', async () => {
  await hall.make({ kind: 'staff.email', staffId: hall.pat, email: 'pat.field@oakfield.example' });
  expect(await pats.refresh()).toBe(200);
  await hall.make({
    kind: 'staff.move-group',
    staffId: hall.pat,
    groupId: hall.id.group('Safeguarding leads'),
  });
  expect(await pats.refresh()).toBe(200);
  await hall.confirmAll();
  expect(await pats.refresh()).toBe(401);
  expect(await hall.statesOf(hall.pat)).toEqual(['ended']);
});

test('a group that is made higher level ends the slips of its people, used or not', async () => {
  await hall.slipFor(hall.kim);
  await hall.make({
    kind: 'group.change',
    groupId: hall.id.group('All staff'),
    name: 'All staff',
    higherLevel: true,
    unrestricted: false,
    administration: [],
  });
  expect(await hall.statesOf(hall.pat)).toEqual(['ended']);
  expect(await hall.statesOf(hall.kim)).toEqual(['withdrawn']);
  expect(await pats.refresh()).toBe(401);
  const told = await hall.house.ground.database
    .read('audit')
    .whereIn('what', ['slip.ended', 'slip.withdrawn'])
    .orderBy('what')
    .pluck<string[]>('object');
  expect(told).toEqual([`staff:${hall.pat}`, `staff:${hall.kim}`]);
});

test('so does the spreadsheet, where it makes the group higher level', async () => {
  const userGroups = hall.plan.userGroups.map((group) =>
    group.name === 'All staff' ? { ...group, higherLevel: true } : group,
  );
  await importSchool(hall.house.ground, { ...hall.plan, userGroups }, { actor: 'shell' });
  expect(await hall.statesOf(hall.pat)).toEqual(['ended']);
  expect(await pats.refresh()).toBe(401);
});

test('a removed tablet ends it, and a leaver’s slip is over too', async () => {
  await hall.make({ kind: 'device.revoke', deviceId: hall.tablet.deviceId });
  expect(await hall.statesOf(hall.pat)).toEqual(['ended']);
  const kims = (await hall.other.useSlip(await hall.slipFor(hall.kim))).tablet!;
  await hall.make({ kind: 'staff.disable', staffId: hall.kim });
  expect(await hall.statesOf(hall.kim)).toEqual(['ended']);
  expect(await kims.refresh()).toBe(401);
  // Coming back gives nothing back: a new slip does.
  await hall.make({ kind: 'staff.enable', staffId: hall.kim });
  expect(await kims.refresh()).toBe(401);
});
