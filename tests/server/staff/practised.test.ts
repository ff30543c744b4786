import { expect, test } from 'vitest';
import { JO, oakfield, openOffice, TOM } from '../oversight/office';
import { aTeacher } from '../school-builder';
import { Tablet } from '../tablet';

const EVA = 'eva.tran@oakfield.example';

/** Oakfield with Eva, who was sent no link yet. */
const withEva = () =>
  oakfield({
    staff: [...oakfield().staff, aTeacher({ firstName: 'Eva', lastName: 'Tran', email: EVA })],
  });

test('whoever has practised is so in the staff list from the first time on, and nothing else is known of it', async () => {
  const { house, sue } = await openOffice();
  const when = async (name: string) =>
    (await sue.must('listStaff')).staff.find((one) => one.name === name)?.practisedAt;
  expect(await when('Jo Price')).toBeNull();

  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  expect(await tablet.notePractised()).toBe(204);
  const first = await when('Jo Price');
  expect(first).toMatch(/^2026-11-23T12:43/);
  house.clock.skip(5 * 60_000);
  expect(await tablet.notePractised()).toBe(204);
  await tablet.visitor.must('notePractised');
  expect(await when('Jo Price')).toBe(first);
  expect(await when('Tom Lowe')).toBeNull();

  const read = house.ground.database.read;
  const audited = await read('audit').where({ what: 'staff.practised' });
  expect(audited).toMatchObject([{ actor: tablet.staffId, object: `staff:${tablet.staffId}`, facts: '{}' }]);
  for (const table of ['envelopes', 'concerns', 'alerts'] as const) expect(await read(table)).toEqual([]);
});

test('a leaver’s tablet tells nothing any more, and what was told before stays', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  await tablet.visitor.must('notePractised');
  expect(await office.outcomeOf({ kind: 'staff.disable', staffId: id.staff('Jo Price') })).toBe('made');
  expect(await tablet.notePractised()).toBe(401);
  expect((await sue.must('listStaff')).staff.filter(({ practisedAt }) => practisedAt !== null)).toHaveLength(
    1,
  );
});

test('whoever has logged in and not practised is reminded, once a day, and nobody else', async () => {
  const { house, sue } = await openOffice(withEva());
  await (await house.loggedIn(JO)).must('notePractised');
  await house.loggedIn(TOM);
  const rehearsed = await sue.must('remindToPractise', { body: { rehearse: true } });
  expect(rehearsed.mailed.map(({ name }) => name).sort()).toEqual(['Sue Coyle', 'Tom Lowe']);
  await house.settled();
  const known = house.mails.length;
  await sue.must('remindToPractise', { body: {} });
  await sue.must('remindToPractise', { body: {} });
  await house.settled();
  const sent = house.mails.slice(known);
  expect(sent.map(({ to }) => to).sort()).toEqual(['sue.coyle@oakfield.example', TOM]);
  expect(house.mailTo(TOM).text).toContain('Try it with a practice pupil');
  expect((await (await house.loggedIn(JO)).call('remindToPractise', { body: {} })).status).toBe(403);
});
