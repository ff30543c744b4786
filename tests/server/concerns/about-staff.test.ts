import { beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { confirm } from '../oversight/confirm';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, type Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { CHAIR, NADIA, NOTHING, RUTH, StaffStory, TEXT, TOM, type About } from './staff-story';

let story: StaffStory;
let house: TestHouse;
let tablet: Tablet;

beforeEach(async () => {
  story = await StaffStory.begin();
  ({ house, tablet } = story);
});

const staffId = (name: string) => story.staffId(name);
const joRecordsAbout = (about: About, seal?: Parameters<Tablet['seal']>[1]) => story.record(about, seal);
const alerted = () => story.alerted();
const traces = (browser: Visitor, id: string) => story.traces(browser, id);

test('it goes to the head alone, whatever the rules and whoever was named by hand', async () => {
  const id = await joRecordsAbout({ names: ['Tom Lowe'] });
  expect(alerted()).toEqual([RUTH]);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  expect(await ruth.must('readConcern', { params: { id } })).toMatchObject({
    text: TEXT,
    about: [{ name: 'Tom Lowe', described: false }],
    because: 'alerted',
    may: { take: true },
    recipients: [{ name: 'Ruth Grey', why: ['About a member of staff: nobody else is told'] }],
  });
});

test('whom it is about finds no trace of it, and neither does a lead who may read everything else', async () => {
  const id = await joRecordsAbout({ names: ['Tom Lowe'] });
  const { browser: ruth } = await elevatedLead(house, RUTH);
  await ruth.must('readConcern', { params: { id } });
  await ruth.must('takeConcern', { params: { id } });
  for (const email of [TOM, NADIA]) {
    const { browser } = await elevatedLead(house, email);
    expect(await traces(browser, id)).toBe(NOTHING);
  }
  expect(await traces(ruth, id)).not.toBe(NOTHING);
});

test('about the head it goes to the chair, and the head finds no trace', async () => {
  const id = await joRecordsAbout({ names: ['Ruth Grey'] });
  expect(alerted()).toEqual([CHAIR]);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  expect(await traces(ruth, id)).toBe(NOTHING);
  const carol = await house.loggedIn(CHAIR);
  expect(await carol.must('readConcern', { params: { id } })).toMatchObject({ text: TEXT });
});

test('about head and chair it goes to the leads, since no concern may ever alert no one', async () => {
  await joRecordsAbout({ names: ['Ruth Grey', 'Carol Stone'] });
  expect(alerted()).toEqual([NADIA, TOM]);
});

test('an adult whom nobody could name is described, and the head is told', async () => {
  const id = await joRecordsAbout({ described: 'The new sports coach, red jacket' });
  expect(alerted()).toEqual([RUTH]);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  expect((await ruth.must('readConcern', { params: { id } })).about).toEqual([
    { name: 'The new sports coach, red jacket', described: true },
  ]);
});

test('whoever was told in the place of others hears nothing more of it once they have read it', async () => {
  const id = await joRecordsAbout({ names: ['Ruth Grey', 'Carol Stone'] });
  const { browser: tom } = await elevatedLead(house, TOM);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  await house.ground.database.write((trx) => trx('duty_list').where({ role: 'deputy' }).delete());
  const heard: string[] = [];
  for (const name of ['Tom Lowe', 'Nadia Shah'])
    house.ground.changes.watch(house.schoolId, await staffId(name), () => heard.push(name));
  const [alert] = (await tom.must('listInbox', { query: { view: 'to-read' } })).rows;
  await tom.must('markRead', { params: { id: alert!.alertId } });
  /** Nadia adds a note; answers who hears of it. */
  const told = async (actionId: string) => {
    heard.length = 0;
    await nadia.must('addAction', { params: { id }, body: { actionId, text: 'Rang the council.' } });
    await expect.poll(() => heard).toContain('Nadia Shah');
    return [...new Set(heard)].sort();
  };
  expect(await told('01a2086e-0000-7000-8000-000000000001')).toEqual(['Nadia Shah', 'Tom Lowe']);
  // Ten minutes later it cannot be undone any more.
  const then = new Date(house.clock.now() - 11 * MINUTE).toISOString();
  await house.ground.database.write((trx) => trx('alerts').whereNotNull('read_at').update({ read_at: then }));
  expect(await told('01a2086e-0000-7000-8000-000000000002')).toEqual(['Nadia Shah']);
});

test('its author sees that whom it goes to has opened it, and nothing else', async () => {
  const id = await joRecordsAbout({ names: ['Tom Lowe'] });
  const { browser: ruth } = await elevatedLead(house, RUTH);
  await ruth.must('readConcern', { params: { id } });
  const progress = JSON.stringify(await tablet.progress(story.sealedId));
  expect(progress).toContain('"opened-by-named"');
  expect(progress).not.toMatch(/Tom|Ruth|wrist/);
});

describe('the head’s office', () => {
  const setDuty = async (given: { head: string; named?: string[]; by?: Visitor }) => {
    const people = await Promise.all(['Nadia Shah', 'Tom Lowe', 'Carol Stone', given.head].map(staffId));
    const [lead, deputy, chair, head] = people as [string, string, string, string];
    const nadia = given.by ?? (await elevatedLead(house, NADIA)).browser;
    const named = await Promise.all((given.named ?? []).map(staffId));
    const change = { kind: 'duty.set' as const, lead, deputies: [deputy], head, chair, named };
    const [made] = (await nadia.must('makeChanges', { body: { changes: [change] } })).outcomes;
    return { made: made!, nadia };
  };

  test('a new head waits for a second person, then reads what there was; the old one no longer does', async () => {
    const id = await joRecordsAbout({ names: ['Tom Lowe'] });
    const { browser: ruth } = await elevatedLead(house, RUTH);
    const { alert } = await ruth.must('readConcern', { params: { id } });
    await ruth.must('markRead', { params: { id: alert!.id } });
    house.clock.skip(11 * MINUTE);
    const reads = async (browser: Visitor) => (await browser.call('readConcern', { params: { id } })).status;
    const { made, nadia } = await setDuty({ head: 'Nadia Shah' });
    expect(made).toMatchObject({ outcome: 'waits' });
    expect(await reads(nadia)).toBe(404);
    const { browser: tom } = await elevatedLead(house, TOM);
    await confirm(tom, (made as { pendingId: string }).pendingId);
    expect(await reads(nadia)).toBe(200);
    expect(await reads(ruth)).toBe(404);
    expect(await reads(tom)).toBe(404);
  });

  test('whom the school names is told in place of the head; taking the name out again lets the head read, and waits', async () => {
    const first = await setDuty({ head: 'Ruth Grey', named: ['Nadia Shah'] });
    const { browser: tom } = await elevatedLead(house, TOM);
    await confirm(tom, (first.made as { pendingId: string }).pendingId);
    const id = await joRecordsAbout({ names: ['Tom Lowe'] });
    expect(alerted()).toEqual([NADIA]);
    const { browser: ruth } = await elevatedLead(house, RUTH);
    expect((await ruth.call('readConcern', { params: { id } })).status).toBe(404);
    const { made } = await setDuty({ head: 'Ruth Grey', by: first.nadia });
    expect(made).toMatchObject({ outcome: 'waits' });
  });
});

describe('nobody takes it', () => {
  const wait = async () => {
    house.clock.skip(30 * MINUTE);
    await house.house.escalation.look();
    await house.settled();
    const told = house.mails.filter(({ subject }) => subject.startsWith('Still waiting'));
    return told.map(({ to }) => to);
  };

  test('the head is told again, then the chair, and nobody else ever', async () => {
    await joRecordsAbout({ names: ['Nadia Shah'] });
    expect(await wait()).toEqual([RUTH]);
    expect(await wait()).toEqual([RUTH, CHAIR]);
    expect(await wait()).toEqual([RUTH, CHAIR]);
  });
});

describe('written without unlocking', () => {
  const unconfirmed = () => joRecordsAbout({ names: ['Tom Lowe'] }, { author: { unconfirmed: 'Supply' } });

  test('the head checks it, and the leads find no trace', async () => {
    const id = await unconfirmed();
    expect(alerted()).toEqual([RUTH]);
    const { browser: ruth } = await elevatedLead(house, RUTH);
    const params = { id };
    expect(await ruth.must('openQuarantined', { params })).toMatchObject({ text: TEXT });
    await ruth.must('acceptQuarantined', { params, body: { pupils: [null] } });
    expect(await ruth.must('readConcern', { params })).toMatchObject({ quarantine: null, text: TEXT });
    await house.settled();
    for (const email of [TOM, NADIA]) {
      const { browser } = await elevatedLead(house, email);
      expect(await traces(browser, id)).toBe(NOTHING);
    }
  });

  test('it cannot be joined with a concern that other people read', async () => {
    const { pupils } = await tablet.visitor.must('readRoll');
    await tablet.deliver((await tablet.seal(aConcern({ pupilId: pupils[0]!.id }))).bytes);
    await house.settled();
    const other = await house.ground.database.read('concerns').first('reference');
    const id = await unconfirmed();
    const { browser: ruth } = await elevatedLead(house, RUTH);
    await ruth.must('openQuarantined', { params: { id } });
    const joined = await ruth.call('joinQuarantined', {
      params: { id },
      body: { reference: other!.reference },
    });
    expect(joined).toMatchObject({ status: 400, problem: { code: 'not-valid' } });
  });
});
