import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/clock';
import type { Setting } from '../../../protocol/settings';
import { aSupervisor } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from '../oversight/office';
import { aConcern, Tablet } from '../tablet';

const SAM = 'sam.lee@oakfield.example';
let office: Office;
let tablet: Tablet;

/** It is Monday 12:43. Nadia is the lead, Tom her deputy; Attendance alerts Sam, Behaviour Nadia. */
beforeEach(async () => {
  const base = oakfield();
  office = await openOffice(
    oakfield({
      staff: [...base.staff, aSupervisor({ email: SAM, lastName: 'Lee' })],
      automaticAlerts: [
        { category: 'Behaviour', alertGroups: ['Safeguarding team'], staff: [], yearGroups: [], classes: [] },
      ],
    }),
  );
  tablet = await Tablet.enrol(await office.house.loggedIn(JO));
});

const set = (to: Setting) => office.outcomeOf({ kind: 'settings.set', to });
const NIGHT = { from: '19:00', to: '07:00', weekends: true };

async function record(...categories: string[]): Promise<string> {
  const body = aConcern({ categories: categories.map((name) => office.id.category(name)) });
  const { bytes, id } = await tablet.seal(body);
  await tablet.deliver(bytes);
  await office.house.settled();
  return id;
}

async function wait(milliseconds: number): Promise<void> {
  office.house.clock.skip(milliseconds);
  await office.house.house.escalation.look();
  await office.house.settled();
}

const REFERENCE = / [2-9A-HJ-NP-Z]{4,5}\b/;
/** Alert mails so far: to whom, and what they are. */
const told = () =>
  office.house.mails
    .filter(({ subject }) => /afeguarding/.test(subject))
    .map(({ to, subject }) => `${to.split('.')[0]!}: ${subject.replace(REFERENCE, '')}`);

async function inboxOf(email: string): Promise<number> {
  const browser = await office.house.loggedIn(email);
  return (await browser.must('listInbox', { query: { view: 'to-read' } })).counts.toRead;
}

async function outcomeOfRule(daily: boolean, category = 'Attendance'): Promise<string | string[]> {
  return office.outcomeOf({
    kind: 'automatic-alert.add',
    categories: [office.id.category(category)],
    classes: [],
    years: [],
    groups: [office.id.alertGroup('Safeguarding team')],
    staff: [],
    daily,
  });
}

describe('in the school’s quiet hours', () => {
  beforeEach(async () => {
    await set({ setting: 'quiet', value: NIGHT });
    // 20:43
    office.house.clock.skip(8 * HOUR);
  });

  test('an alert that is not urgent waits until the morning; the inbox has it at once', async () => {
    await record('Behaviour');
    expect(told()).toEqual([]);
    expect(await inboxOf(NADIA)).toBe(1);
    await wait(10 * HOUR);
    expect(told()).toEqual([]);
    await wait(20 * MINUTE);
    expect(told()).toEqual(['nadia: Safeguarding alert']);
    await wait(20 * MINUTE);
    expect(told()).toHaveLength(1);
  });

  test('an urgent one goes at once', async () => {
    await record('Behaviour');
    await record('Neglect');
    expect(told()).toEqual(['nadia: Urgent safeguarding alert']);
  });

  test('several are one mail in the morning, of those that are still to be read', async () => {
    await record('Behaviour');
    await record('Behaviour');
    await record('Behaviour');
    const { browser } = await elevatedLead(office.house, NADIA);
    const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
    await browser.must('readConcern', { params: { id: rows[0]!.concernId } });
    await wait(10.5 * HOUR);
    expect(told()).toEqual(['nadia: Safeguarding alert and 1 more']);
    expect(office.house.mails.at(-1)!.text).toContain('They came while your notifications were quiet.');
    expect(office.house.mails.at(-1)!.at).toBe('2026-11-24T07:00:00.000Z');
  });

  test('what was read at night is told of no more', async () => {
    await record('Behaviour');
    const { browser } = await elevatedLead(office.house, NADIA);
    const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
    await browser.must('readConcern', { params: { id: rows[0]!.concernId } });
    await wait(11 * HOUR);
    expect(told()).toEqual([]);
  });

  test('a lead sees until when it waits, and its author hears of no alert before that', async () => {
    const envelope = await record('Behaviour');
    const until = '2026-11-24T07:00:00.000Z';
    const { browser } = await elevatedLead(office.house, TOM);
    const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
    expect(rows).toEqual([]);
    const { id } = (await office.house.ground.database.read('concerns').first('id'))!;
    const before = await browser.must('readConcern', { params: { id } });
    expect(before.recipients[0]).toMatchObject({
      waits: { for: 'quiet', until },
      delivered: [{ channel: 'inbox' }, { channel: 'email', state: 'queued', at: null }],
    });
    expect(JSON.stringify(await tablet.progress(envelope))).not.toContain('alerted');

    await wait(11 * HOUR);
    expect(JSON.stringify(await tablet.progress(envelope))).toContain('"alerted"');
  });

  test('whoever became connected to the pupil meanwhile is not told', async () => {
    const { database } = office.house.ground;
    const pupil = (await database.read('pupils').first('id'))!.id;
    const body = aConcern({ categories: [office.id.category('Behaviour')], pupilId: pupil });
    await tablet.deliver((await tablet.seal(body)).bytes);
    await office.house.settled();
    await database.write((trx) =>
      trx('connected_staff').insert({
        school_id: office.house.schoolId,
        pupil_id: pupil,
        staff_id: office.id.staff('Nadia Shah'),
      }),
    );
    await wait(11 * HOUR);
    expect(told()).toEqual([]);
  });

  test('three servers that send at the same moment tell once', async () => {
    await record('Behaviour');
    office.house.clock.skip(11 * HOUR);
    await Promise.all([1, 2, 3].map(() => office.house.house.worker.drain()));
    await office.house.settled();
    expect(told()).toEqual(['nadia: Safeguarding alert']);
  });
});

test('a person’s own quiet hours hold up their alerts alone, and no step of what nobody takes', async () => {
  const nadia = await office.house.loggedIn(NADIA);
  await nadia.must('setQuietHours', { body: { quiet: { from: '12:00', to: '20:00', weekends: false } } });
  expect((await nadia.must('readNotifications')).quiet).toEqual({
    own: { from: '12:00', to: '20:00', weekends: false },
    school: null,
  });
  await record('Behaviour');
  expect(told()).toEqual([]);
  await wait(30 * MINUTE);
  await wait(30 * MINUTE);
  expect(told()).toEqual([
    'nadia: Still waiting, 30 min: safeguarding alert',
    'tom: Still waiting, 60 min: safeguarding alert',
  ]);
  const answer = await nadia.call('setQuietHours', { body: { quiet: { ...NIGHT, to: '19:00' } } });
  expect(answer.problem.title).toContain('different times');
  await nadia.must('setQuietHours', { body: { quiet: null } });
  expect((await nadia.must('readNotifications')).quiet.own).toBeNull();
});

describe('a rule that is told once a day', () => {
  beforeEach(async () => {
    await outcomeOfRule(true);
  });

  test('gathers its alerts into one mail at the school’s time', async () => {
    await record('Attendance');
    await record('Truancy');
    expect(told()).toEqual([]);
    expect(await inboxOf(NADIA)).toBe(2);
    // 15:00
    await wait(2.5 * HOUR);
    expect(told()).toEqual(['nadia: Safeguarding summary and 1 more']);
    await wait(DAY);
    expect(told().filter((one) => one.includes('summary'))).toHaveLength(1);
  });

  test('holds up nothing that another rule tells at once, and nothing urgent', async () => {
    await record('Attendance', 'Behaviour');
    await record('Attendance', 'Neglect');
    expect(told()).toEqual(['nadia: Safeguarding alert', 'nadia: Urgent safeguarding alert']);
  });

  test('does not let a concern rest: it goes up the school a day after the summary', async () => {
    await record('Attendance');
    await wait(2.5 * HOUR);
    await wait(12 * HOUR);
    expect(told()).toEqual(['nadia: Safeguarding summary']);
    // Tuesday, 15:43: school has ended; Wednesday, 08:43.
    await wait(12.5 * HOUR);
    await wait(17 * HOUR);
    expect(told().slice(1)).toEqual(['nadia: Still waiting, 44 h: safeguarding alert']);
    await wait(31 * MINUTE);
    expect(told().slice(2)).toEqual(['tom: Still waiting, 44 h: safeguarding alert']);
  });

  test('is refused for an urgent category, and widens nothing when it changes', async () => {
    const sentence = {
      classes: [],
      years: [],
      groups: [office.id.alertGroup('Safeguarding team')],
      staff: [],
      daily: true,
    };
    expect(
      await office.refusalOf({
        kind: 'automatic-alert.add',
        categories: [office.id.category('Neglect')],
        ...sentence,
      }),
    ).toContain('cannot wait for the daily summary');
    const { rules, dailyAt } = await office.sue.must('readAutomaticAlerts');
    const rule = rules.find(({ daily }) => daily)!;
    expect(dailyAt).toBe('15:00');
    expect(
      await office.outcomeOf({
        kind: 'automatic-alert.change',
        ruleId: rule.id,
        categories: [office.id.category('Attendance')],
        ...sentence,
        daily: false,
      }),
    ).toBe('made');
    await record('Attendance');
    expect(told()).toEqual(['nadia: Safeguarding alert']);
  });
});
