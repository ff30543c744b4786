import { beforeEach, expect, test } from 'vitest';
import type { FirstStep } from '../../../protocol/first-steps';
import { DAY } from '../../../server/clock';
import { JO, NADIA, oakfield, openOffice, type Office } from '../oversight/office';
import { anAutomaticAlert } from '../school-builder';
import type { Visitor } from '../visitor';

let office: Office;
/** Oakfield, where nothing reaches a lead by a rule but Neglect, and whose fallback group is the lead. */
beforeEach(async () => {
  office = await openOffice(oakfield({ automaticAlerts: [anAutomaticAlert({ category: 'Neglect' })] }));
});

const stateOf = async (step: FirstStep, who: Visitor = office.sue) =>
  (await who.must('readFirstSteps')).steps.find((one) => one.step === step)!;

test('the steps stand in their order, and before full access too, for whoever administers and nobody else', async () => {
  const { steps, away } = await office.sue.must('readFirstSteps');
  expect(steps.map(({ step }) => step)).toEqual([
    'key',
    'alert-groups',
    'automatic-alerts',
    'restrictions',
    'test',
    'practice',
    'share',
  ]);
  expect(away).toBe(false);
  await office.sue.must('endElevation');
  expect(await stateOf('key')).toEqual({ step: 'key', state: 'done', missing: 0 });
  expect((await (await office.house.loggedIn(JO)).call('readFirstSteps')).status).toBe(404);
});

test('a group that its last member leaves is open again', async () => {
  expect(await stateOf('alert-groups')).toMatchObject({ state: 'done' });
  const { id } = office;
  await office.make({
    kind: 'alert-group.add',
    name: 'Pastoral team',
    members: [id.staff('Jo Price')],
  });
  await office.confirmAll();
  expect(await stateOf('alert-groups')).toMatchObject({ state: 'done' });
  await office.make({ kind: 'staff.disable', staffId: id.staff('Jo Price') });
  expect(await stateOf('alert-groups')).toMatchObject({ state: 'open', missing: 1 });
});

test('whoever keeps automatic alerts reads which kinds reach no lead; one that is switched off holds nobody up', async () => {
  const rule = anAutomaticAlert({ category: 'Attendance', alertGroups: [], staff: [JO] });
  office = await openOffice(oakfield({ automaticAlerts: [rule] }));
  const unreached = async () => (await office.sue.must('readUnreached')).categories;
  expect(await unreached()).toEqual(['Attendance', 'Truancy']);
  expect(await stateOf('automatic-alerts')).toMatchObject({ state: 'open', missing: 2 });
  await office.make({ kind: 'category.disable', categoryId: office.id.category('Truancy') });
  expect(await unreached()).toEqual(['Attendance']);
  expect(await stateOf('automatic-alerts')).toMatchObject({ state: 'open', missing: 1 });
});

test('class restrictions are done when somebody sets them, or a person says that they are not needed', async () => {
  expect(await stateOf('restrictions')).toMatchObject({ state: 'open' });
  const settled = await office.sue.must('settleRestrictions', { body: { needed: false } });
  expect(settled.steps.find(({ step }) => step === 'restrictions')).toMatchObject({ state: 'not-needed' });
  await office.sue.must('settleRestrictions', { body: { needed: true } });
  expect(await stateOf('restrictions')).toMatchObject({ state: 'open' });
  const audited = await office.house.ground.database
    .read('audit')
    .whereLike('what', 'restrictions.%')
    .orderBy('seq')
    .pluck('what');
  expect(audited).toEqual(['restrictions.not-needed', 'restrictions.needed']);
});

test('a test alert counts when it went out to somebody whom alerts reach, and they have seen it arrive', async () => {
  const nadia = await office.house.loggedIn(NADIA);
  expect((await nadia.call('noteTestArrived')).problem.code).toBe('conflict');
  await nadia.must('sendTestAlert');
  await office.house.settled();
  expect(office.house.mailTo(NADIA).text).toContain('/account/notifications?arrived');
  expect(await stateOf('test')).toMatchObject({ state: 'open' });
  await nadia.must('noteTestArrived');
  expect(await stateOf('test')).toMatchObject({ state: 'done' });
});

test('one’s own test counts for nothing where no rule alerts one, and an old one cannot be said to have come', async () => {
  await office.sue.must('sendTestAlert');
  await office.house.settled();
  await office.sue.must('noteTestArrived');
  expect(await stateOf('test')).toMatchObject({ state: 'open' });
  expect((await office.sue.must('readFirstSteps')).alerted).toBe(false);
  const nadia = await office.house.loggedIn(NADIA);
  await nadia.must('sendTestAlert');
  await office.house.settled();
  office.house.clock.skip(DAY + 1);
  const later = await office.house.loggedIn(NADIA);
  expect((await later.call('noteTestArrived')).problem.code).toBe('conflict');
});

test('practice counts once somebody has done it, and sharing once everybody with an address has heard of Heed', async () => {
  expect(await stateOf('practice')).toMatchObject({ state: 'open' });
  expect(await stateOf('share')).toMatchObject({ state: 'open' });
  await (await office.house.loggedIn(JO)).must('notePractised');
  expect(await stateOf('practice')).toMatchObject({ state: 'done' });
  const { staff } = await office.sue.must('listStaff');
  const ids = staff.filter(({ email }) => email !== null).map(({ id }) => id);
  await office.sue.must('mailFirstLogIns', { body: { to: ids } });
  await office.house.settled();
  expect(await stateOf('share')).toMatchObject({ state: 'done', missing: 0 });
});

test('the list is put away by each for themself, and comes back', async () => {
  expect((await office.sue.must('putFirstStepsAway', { body: { away: true } })).away).toBe(true);
  expect((await office.sue.must('readFirstSteps')).away).toBe(true);
  expect((await office.sue.must('putFirstStepsAway', { body: { away: false } })).away).toBe(false);
});
