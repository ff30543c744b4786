import { expect, test } from 'vitest';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { JO, NADIA, oakfield, openOffice, TOM } from '../oversight/office';
import { anAutomaticAlert } from '../school-builder';

const base = oakfield();

/** Which categories the page warns of, in a school with these rules and groups. */
async function warnedOf(given: Partial<SchoolPlan>): Promise<string[]> {
  const { sue } = await openOffice(oakfield(given));
  return (await sue.must('readSharing')).unreached.sort();
}

test('without any rule everything falls to the leads’ group, and nothing is warned of', async () => {
  expect(await warnedOf({ automaticAlerts: [] })).toEqual([]);
});

test('a category whose rule tells only a teacher reaches no lead, with what is below it', async () => {
  const rule = anAutomaticAlert({ category: 'Attendance', alertGroups: [], staff: [JO] });
  expect(await warnedOf({ automaticAlerts: [rule] })).toEqual(['Attendance', 'Truancy']);
  const lead = anAutomaticAlert({ category: 'Truancy', alertGroups: [], staff: [TOM] });
  expect(await warnedOf({ automaticAlerts: [rule, lead] })).toEqual(['Attendance']);
});

test('a rule for one class leaves the others to the fallback group', async () => {
  const teacher = anAutomaticAlert({
    category: 'Behaviour',
    alertGroups: [],
    staff: [JO],
    classes: ['4B'],
  });
  const lead = { ...teacher, staff: [NADIA] };
  expect(await warnedOf({ automaticAlerts: [teacher] })).toEqual(['Behaviour']);
  expect(await warnedOf({ automaticAlerts: [lead] })).toEqual([]);
});

test('a fallback group of people who are no leads is warned of everywhere, until a lead joins it', async () => {
  const office = await openOffice(
    oakfield({ alertGroups: [{ name: 'Safeguarding team', members: [JO] }], automaticAlerts: [] }),
  );
  const { sue, id } = office;
  const before = await sue.must('readSharing');
  expect(before.unreached).toHaveLength(base.categories.length);
  expect(before).toMatchObject({ schoolName: 'Oakfield Primary', address: 'http://localhost:3000' });
  await office.make({
    kind: 'alert-group.members',
    groupId: id.alertGroup('Safeguarding team'),
    members: [id.staff('Jo Price'), id.staff('Tom Lowe')],
  });
  await office.confirmAll();
  expect((await sue.must('readSharing')).unreached).toEqual([]);
});
