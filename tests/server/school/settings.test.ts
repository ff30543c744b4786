import { beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import type { Setting } from '../../../protocol/settings';
import { JO, openOffice, type Office } from '../oversight/office';
import { Tablet } from '../tablet';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const set = (to: Setting) => office.outcomeOf({ kind: 'settings.set', to });
const settings = async () => (await office.sue.must('readSettings')).settings;

test('a school begins with the usual times, and its spreadsheet’s hours', async () => {
  expect(await settings()).toMatchObject({
    numbers: {
      lockIdleSeconds: 120,
      elevationIdleMinutes: 10,
      elevationMostMinutes: 60,
      sessionIdleHours: 12,
    },
    wording: { danger: null, afterSending: null },
    hours: { dayStarts: '08:30', lunchEnds: '13:15', dayEnds: '15:30' },
    terms: [],
  });
  expect((await office.sue.must('readSettings')).fallback.map(({ name }) => name)).toEqual([
    'Safeguarding team',
  ]);
});

test('a tablet gets the school’s lock time and its words for danger', async () => {
  const tablet = await Tablet.enrol(await office.house.loggedIn(JO));
  await set({ setting: 'lockIdleSeconds', value: 60 });
  await set({ setting: 'danger', value: 'Ring the bell by the office, then 999.' });
  const board = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  expect(board.lock).toEqual({ idleSeconds: 60, backgroundSeconds: 10 });
  expect(board.wording).toEqual({ danger: 'Ring the bell by the office, then 999.', afterSending: null });
  await set({ setting: 'danger', value: null });
  expect((await settings()).wording.danger).toBeNull();
});

test('full access ends when the school says', async () => {
  await set({ setting: 'elevationIdleMinutes', value: 5 });
  office.house.clock.skip(4 * MINUTE);
  expect((await office.sue.call('readSettings')).status).toBe(200);
  office.house.clock.skip(6 * MINUTE);
  expect((await office.sue.call('readSettings')).problem.code).toBe('elevation-needed');
});

test('a log-in ends when the school says', async () => {
  const jo = await office.house.loggedIn(JO);
  await set({ setting: 'sessionIdleHours', value: 1 });
  office.house.clock.skip(61 * MINUTE);
  expect((await jo.must('readSession')).session).toBeNull();
});

test('what lies outside its bounds is refused with the bound', async () => {
  for (const [to, says] of [
    [{ setting: 'lockIdleSeconds', value: 10 }, 'At least 30.'],
    [{ setting: 'elevationMostMinutes', value: 1000 }, 'At most 240.'],
    [{ setting: 'danger', value: 'x'.repeat(161) }, 'This is too long.'],
    [{ setting: 'hours', value: { dayStarts: '08:30', lunchEnds: '16:00', dayEnds: '15:30' } }, 'lunch'],
    [{ setting: 'terms', value: [{ from: '2026-12-18', to: '2026-11-02' }] }, 'A term starts'],
  ] as const) {
    const answered = await office.sue.call('makeChanges', {
      body: { changes: [{ kind: 'settings.set', to }] },
    });
    expect(answered.status).toBe(400);
    expect(answered.problem.title).toContain(says);
  }
});

test('the audit names the setting, never its words', async () => {
  await set({ setting: 'afterSending', value: 'Mr Kunze has biscuits.' });
  const [row] = await office.house.ground.database
    .read('audit')
    .orderBy('seq')
    .where({ what: 'settings.set' });
  expect(row).toMatchObject({ facts: '{"kind":"afterSending"}' });
});
