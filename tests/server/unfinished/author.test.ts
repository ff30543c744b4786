import { expect, test } from 'vitest';
import { openHouse } from '../house';
import { aSchool } from '../school-builder';
import { aConcern, Tablet } from '../tablet';
import {
  audited,
  halfWritten,
  JO,
  leave,
  mailsOf,
  NADIA,
  own,
  unfinished,
  WORDS,
  asLead,
} from './left-story';

test.each(['the envelope', 'the draft'] as const)(
  'a draft that was left waits for its author, who is mailed once; %s came first',
  async (first) => {
    const house = await openHouse();
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    const draft = await tablet.beginDraft(halfWritten());
    const deeds = [() => tablet.deliver(draft.envelope.bytes), () => tablet.park(draft)];
    for (const deed of first === 'the draft' ? deeds.reverse() : deeds) {
      await deed();
      await house.settled();
    }
    expect(await own(tablet.visitor)).toMatchObject([
      { id: draft.envelope.id, lineageId: draft.lineageId, device: 'Playground tablet 2' },
    ]);
    // A killed browser sends both again.
    expect((await tablet.park(draft)).word).toMatchObject({ standing: 'open' });
    await tablet.deliver(draft.envelope.bytes);
    await house.settled();
    const [mail, ...more] = mailsOf(house, JO);
    expect(more).toEqual([]);
    expect(mail!.text).toContain('Monday 23 November at 12:43');
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/Amira|home\.|tablet/);
    expect(await own(tablet.visitor)).toHaveLength(1);

    const params = { id: draft.envelope.id };
    const given = await tablet.visitor.must('goOnWithParked', { params });
    expect(given).toMatchObject({ lineageId: draft.lineageId, content: { text: WORDS } });
    expect(await audited(house)).toContain('parked.went-on');
    const { lineageId } = given;
    await tablet.deliver((await tablet.seal(aConcern({ text: WORDS }), { lineageId })).bytes);
    await house.settled();
    expect(await own(tablet.visitor)).toEqual([]);
    expect((await tablet.visitor.call('goOnWithParked', { params })).status).toBe(404);
    expect((await audited(house)).filter((what) => what === 'parked.ended')).toHaveLength(1);
  },
);

test('a newer revision takes the place of an older one, never the other way round, and no forged one any', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const draft = await leave(house, tablet, halfWritten());
  await tablet.park(draft, { revision: 9, content: halfWritten({ text: 'Newest words.' }) });
  await tablet.park(draft, { revision: 4, content: halfWritten({ text: 'Older words.' }) });
  await tablet.park(draft, { revision: 9, content: halfWritten({ text: 'Other words.' }) });
  const params = { id: draft.envelope.id };
  const { content } = await tablet.visitor.must('goOnWithParked', { params });
  expect(content['text']).toBe('Newest words.');

  const forged = await leave(house, tablet, halfWritten(), { forged: true });
  expect((await own(tablet.visitor)).map(({ id }) => id)).toEqual([draft.envelope.id]);
  const nadia = await asLead(house, NADIA);
  expect((await unfinished(nadia)).find(({ id }) => id === forged.envelope.id)?.author).toBeNull();
});

test('what was sent is never waited for: a draft that comes after its concern has ended already', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const draft = await tablet.beginDraft(halfWritten());
  const { lineageId } = draft;
  await tablet.deliver((await tablet.seal(aConcern({ text: WORDS }), { lineageId })).bytes);
  await house.settled();
  expect((await tablet.park(draft)).word).toMatchObject({ standing: 'ended' });
  await tablet.deliver(draft.envelope.bytes);
  await house.settled();
  expect(await own(tablet.visitor)).toEqual([]);
  expect(mailsOf(house, JO)).toEqual([]);
});

test('went on with elsewhere, it is shown once; thrown away, it is shown to nobody', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const office = await Tablet.enrol(tablet.visitor, 'Office computer');
  const first = await leave(house, tablet, halfWritten());
  await office.visitor.must('goOnWithParked', { params: { id: first.envelope.id } });
  const { lineageId } = first;
  const second = await leave(house, office, halfWritten({ text: 'More words.' }), { lineageId });
  expect(await own(tablet.visitor)).toMatchObject([{ id: second.envelope.id, device: 'Office computer' }]);
  await house.settled();
  // By a log-in alone: whoever did it, she hears of it.
  const said = () =>
    mailsOf(house, JO).map(({ text }) => /with your log-in|Nobody has read it/.exec(text)?.[0]);
  expect(said()).toEqual(['Nobody has read it', 'with your log-in']);
  // The tablet on which it began is written on: now there are two texts, and neither is hidden.
  await tablet.park(first, { revision: 2, content: halfWritten({ text: 'Other words.' }) });
  expect(await own(tablet.visitor)).toHaveLength(2);

  await tablet.visitor.must('throwParkedAway', { params: { id: second.envelope.id } });
  await house.settled();
  expect(mailsOf(house, JO).at(-1)!.text).toMatch(
    /was thrown away with your log-in[^]*choose a new password/,
  );
  expect(await own(tablet.visitor)).toEqual([]);
  const nadia = await asLead(house, NADIA);
  expect(await nadia.must('listUnfinished')).toEqual({ count: 0, drafts: [] });
  // Written on all the same, it waits again; deleted where it lies, it does not.
  await tablet.park(first, { revision: 3 });
  expect(await own(tablet.visitor)).toHaveLength(1);
  expect((await tablet.park(first, { revision: 4, thrownAway: true })).word?.standing).toBe('ended');
  expect(await own(tablet.visitor)).toEqual([]);
});

test('nobody but its author gets it: not a lead, not a neighbouring school, not a device that never was one', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const draft = await leave(house, tablet, halfWritten());
  const nadia = await asLead(house, NADIA);
  const neighbours = await openHouse({ plan: aSchool({ site: 'elmfield', name: 'Elmfield' }) });
  const elsewhere = await Tablet.enrol(await neighbours.loggedIn(JO));
  const never = { id: (await tablet.beginDraft(halfWritten())).envelope.id };
  for (const name of ['goOnWithParked', 'throwParkedAway'] as const) {
    for (const who of [nadia, elsewhere.visitor]) {
      const theirs = await who.call(name, { params: { id: draft.envelope.id } });
      const absent = await who.call(name, { params: never });
      expect(theirs.status, name).toBe(404);
      expect(Buffer.from(theirs.bytes).toString()).toBe(Buffer.from(absent.bytes).toString());
    }
  }
  const { status } = await elsewhere.visitor.call('keepParked', { body: new Uint8Array([123, 125]) });
  expect(status).toBe(401);
  expect(await own(tablet.visitor)).toHaveLength(1);
});

test('a device that was removed still delivers what was left on it, and is slowed when it floods', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  await house.ground.database.write((trx) =>
    trx('devices').update({ revoked_at: new Date(house.clock.now()).toISOString() }),
  );
  const draft = await leave(house, tablet, halfWritten());
  expect(await own(tablet.visitor)).toMatchObject([{ id: draft.envelope.id }]);
  // A day's measure is 20 MB, or 200 of them.
  const content = halfWritten({ text: 'x'.repeat(700_000) });
  let status = 200;
  for (let count = 0; status === 200 && count < 40; count += 1)
    ({ status } = await tablet.park(draft, { revision: count + 2, content }));
  expect(status).toBe(429);
});
