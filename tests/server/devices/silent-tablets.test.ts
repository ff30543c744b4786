import { expect, test } from 'vitest';
import { missedSince } from '../../../server/school/school-days';
import { openHouse, type TestHouse } from '../house';
import { aSchool } from '../school-builder';
import { Tablet } from '../tablet';
import { HOUR } from '../../../server/clock';

const NADIA = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';
const HOURS = { dayStarts: '08:30', lunchEnds: '13:15', dayEnds: '15:30' };
const LONDON = 'Europe/London';

const missed = (now: string, terms: { from: string; to: string }[] = []) => {
  const since = missedSince(Date.parse(now), { hours: HOURS, terms }, LONDON);
  return since === null ? null : new Date(since).toISOString();
};

test('a tablet is missed from the end of lunch on, by the clock on the school’s wall', () => {
  // Monday in winter and in summer.
  expect(missed('2026-11-23T13:14:00Z')).toBe('2026-11-20T00:00:00.000Z');
  expect(missed('2026-11-23T13:15:00Z')).toBe('2026-11-23T00:00:00.000Z');
  expect(missed('2026-06-22T12:15:00Z')).toBe('2026-06-21T23:00:00.000Z');
  // The clocks went forward at night.
  expect(missed('2026-03-30T12:30:00Z')).toBe('2026-03-29T23:00:00.000Z');
});

test('at weekends and in the holidays no tablet is missed, and after them only from lunch of the first day on', () => {
  const terms = [
    { from: '2026-09-02', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
  ];
  expect(missed('2026-11-21T14:00:00Z', terms)).toBeNull();
  expect(missed('2026-10-28T14:00:00Z', terms)).toBeNull();
  expect(missed('2026-11-02T10:00:00Z', terms)).toBe('2026-10-22T23:00:00.000Z');
  expect(missed('2026-11-02T14:00:00Z', terms)).toBe('2026-11-02T00:00:00.000Z');
});

/** Two shared tablets and one of Jo's own, all heard of on Monday at noon. */
async function threeTablets(house: TestHouse): Promise<{ hall: Tablet; gate: Tablet }> {
  const jo = await house.loggedIn(JO);
  const hall = await Tablet.enrol(jo, 'Hall tablet');
  const gate = await Tablet.enrol(jo, 'Gate tablet');
  const own = await Tablet.enrol(jo, 'Jo’s phone');
  for (const one of [hall, gate]) await one.report({ waiting: one === gate ? 2 : 0, shared: true });
  await own.report({ waiting: 0, shared: false });
  return { hall, gate };
}

test('the leads see which shared tablet nobody has heard of today, until it is heard of again', async () => {
  const house = await openHouse({ plan: aSchool() });
  const { hall, gate } = await threeTablets(house);
  house.clock.skip(24 * HOUR);
  await hall.report({ waiting: 0, shared: true });
  const nadia = await house.loggedIn(NADIA);
  // Tuesday, 12:43: lunch is not over yet, and on Monday both were there.
  expect((await nadia.must('listSilentTablets')).tablets).toEqual([]);
  house.clock.skip(HOUR);
  const { tablets } = await nadia.must('listSilentTablets');
  expect(tablets).toMatchObject([{ name: 'Gate tablet', waiting: 2 }]);
  await gate.report({ waiting: 0, shared: true });
  expect((await nadia.must('listSilentTablets')).tablets).toEqual([]);
});

test('nobody but the leads is told which tablets are silent', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  expect((await jo.call('listSilentTablets')).status).toBe(404);
});
