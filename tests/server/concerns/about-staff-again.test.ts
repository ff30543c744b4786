import { beforeEach, describe, expect, test } from 'vitest';
import { newLineageId } from '../../../protocol/identifiers';
import { MINUTE } from '../../../server/clock';
import { elevatedLead } from '../security-keys/phone';
import { CHAIR, NADIA, NOTHING, RUTH, StaffStory, TOM } from './staff-story';

const unconfirmed = { author: { unconfirmed: 'Supply' } } as const;

let story: StaffStory;

beforeEach(async () => {
  story = await StaffStory.begin();
});

describe('one draft is sent from two tabs, in one of them without saying that it is about Tom', () => {
  test('the second goes the same way: Tom and the leads find no trace of either', async () => {
    const lineageId = newLineageId();
    const first = await story.record({ names: ['Tom Lowe'] }, { lineageId });
    const second = await story.record(null, { lineageId });
    expect(second).not.toBe(first);
    expect(story.alerted()).toEqual([RUTH]);
    for (const email of [TOM, NADIA]) {
      const { browser } = await elevatedLead(story.house, email);
      expect(await story.traces(browser, first)).toBe(NOTHING);
      expect(await story.traces(browser, second)).toBe(NOTHING);
    }
    const { browser: ruth } = await elevatedLead(story.house, RUTH);
    expect((await ruth.must('listQuarantine')).records).toHaveLength(1);
  });

  test('the one about Tom that comes second and again is in nobody’s delivery log but the head’s', async () => {
    const lineageId = newLineageId();
    await story.record(null, { lineageId });
    const second = await story.record({ names: ['Tom Lowe'] }, { lineageId });
    await story.record({ names: ['Tom Lowe'] }, { lineageId });
    const { browser: tom } = await elevatedLead(story.house, TOM);
    const { envelopes } = await tom.must('listDelivered');
    expect(envelopes.map(({ state }) => state)).toEqual(['recorded']);
    expect((await tom.call('readConcern', { params: { id: second } })).status).toBe(404);
  });
});

describe('several from one tablet within ten minutes, and nobody has unlocked', () => {
  test('an alert to the leads does not wait because of one that they are not to know of, nor the head’s because of theirs', async () => {
    await story.record({ names: ['Tom Lowe'] }, unconfirmed);
    await story.record(null, unconfirmed);
    expect(story.alerted()).toEqual([NADIA, RUTH, TOM]);
  });

  test('one about the head reaches the chair at once behind one that went to the head', async () => {
    await story.record({ names: ['Tom Lowe'] }, unconfirmed);
    await story.record({ names: ['Ruth Grey'] }, unconfirmed);
    expect(story.alerted()).toEqual([CHAIR, RUTH]);
  });
});

test('the head reads the children in it by name, before and after “Mark as read”, in whatever class they are', async () => {
  const { house } = story;
  const id = await story.record({ names: ['Tom Lowe'] });
  await house.ground.database.write(async (trx) => {
    await trx('user_groups').update({ unrestricted: 0 });
    await trx('restriction_types')
      .insert({ school_id: house.schoolId, kind: 'class', switched_on: 1 })
      .onConflict(['school_id', 'kind'])
      .merge();
  });
  const { browser: ruth, phone } = await elevatedLead(house, RUTH);
  const { alert, pupils } = await ruth.must('readConcern', { params: { id } });
  expect(pupils[0]!.name).not.toBe('');
  await ruth.must('markRead', { params: { id: alert!.id } });
  house.clock.skip(11 * MINUTE);
  await ruth.must('elevate', { body: { code: phone.nextCode() } });
  expect(await ruth.must('readConcern', { params: { id } })).toMatchObject({ because: 'kept', pupils });
  const { rows } = await ruth.must('listInbox', { query: { view: 'all' } });
  expect(rows[0]!.concern!.pupils[0]!.name).toBe(pupils[0]!.name);
});

test('what has arrived and is not judged yet stands in no delivery log: it may be about whoever looks', async () => {
  const { browser: tom } = await elevatedLead(story.house, TOM);
  await story.house.house.judge.stop();
  await story.tablet.deliver((await story.tablet.seal(await story.body({ names: ['Tom Lowe'] }))).bytes);
  expect((await tom.must('listDelivered')).envelopes).toEqual([]);
  story.house.clock.skip(2 * MINUTE);
  expect((await tom.must('listDelivered')).envelopes).toMatchObject([{ state: 'received' }]);
});
