import { expect, test, vi } from 'vitest';
import { HOUR } from '../../../server/clock';
import { openHouse, PASSWORD, waitFor, type TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { Tablet, type LeftDraft } from '../tablet';
import type { Visitor } from '../visitor';
import { halfWritten, JO, leave, mailsOf, NADIA, own, theNextDay, unfinished } from './left-story';

const reason = 'It was never sent.';
const MORE = 'And then she told me what Nadia does at lunch.';

interface WrittenOn {
  readonly house: TestHouse;
  readonly tablet: Tablet;
  readonly draft: LeftDraft;
  readonly nadia: Visitor;
  /** What Jo writes next is about Nadia, the lead. */
  readonly aboutNadia: object;
  /** Both log in again, more than a school day later, and Nadia elevates. */
  readonly later: () => Promise<void>;
}

/** Jo left a draft about a pupil more than a school day ago; Nadia knows of it and is elevated. */
async function begun(): Promise<WrittenOn> {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const pupilId = pupils[0]!.id;
  const draft = await leave(house, tablet, halfWritten({ pupilId }));
  const { browser: nadia, phone } = await elevatedLead(house, NADIA);
  const { staffId } = (await nadia.must('readSession')).session!;
  const later = async () => {
    await theNextDay(house);
    house.clock.skip(HOUR);
    await tablet.visitor.must('logIn', { body: { email: JO, password: PASSWORD } });
    await nadia.must('logIn', { body: { email: NADIA, password: PASSWORD } });
    await nadia.must('elevate', { body: { code: phone.nextCode() } });
  };
  await later();
  expect((await unfinished(nadia)).map(({ id }) => id)).toEqual([draft.envelope.id]);
  const about = { staff: [{ id: staffId, name: 'Nadia Shah' }], described: '' };
  return { house, tablet, draft, nadia, aboutNadia: halfWritten({ pupilId, text: MORE, about }), later };
}

async function findsNothing({ nadia, draft }: WrittenOn): Promise<void> {
  expect(await nadia.must('listUnfinished')).toEqual({ count: 0, drafts: [] });
  const params = { id: draft.envelope.id };
  expect((await nadia.call('openUnfinished', { params, body: { reason } })).status).toBe(404);
}

const looks = {
  'with the hourly chores': ({ house }: TestHouse) => house.chores.doAll(),
  'at its next start': async ({ house }: TestHouse) => {
    await house.chores.stop();
    house.chores.start();
  },
};

test.each(Object.keys(looks) as (keyof typeof looks)[])(
  'dead between the words and whom they are about, the school shows them to nobody until it has looked, %s',
  async (when) => {
    const story = await begun();
    const { house, tablet, draft, aboutNadia, later } = story;
    const dead = vi.spyOn(house.ground, 'faultPoint').mockImplementation((name) => {
      if (name === 'parked-kept') throw new Error('the server died');
    });
    expect((await tablet.park(draft, { revision: 2, content: aboutNadia })).status).toBe(500);
    dead.mockRestore();
    await later();
    await findsNothing(story);
    expect(await own(tablet.visitor)).toEqual([]);

    // The tablet never comes back.
    await looks[when](house);
    await waitFor(async () => (await own(tablet.visitor)).length === 1);
    await findsNothing(story);
    await house.settled();
    expect(mailsOf(house, JO)).toHaveLength(1);
  },
);

test('whom the opened words are about counts, whatever is kept about them', async () => {
  const story = await begun();
  const { house, tablet, draft, aboutNadia, nadia, later } = story;
  const kept = () => house.ground.database.read('parked_drafts').first('facts');
  const before = await kept();
  await tablet.park(draft, { revision: 2, content: aboutNadia });
  expect(await kept()).not.toEqual(before);
  await house.ground.database.write((trx) => trx('parked_drafts').update({ facts: before!.facts }));
  await later();
  expect(await unfinished(nadia)).toHaveLength(1);
  const params = { id: draft.envelope.id };
  expect((await nadia.call('openUnfinished', { params, body: { reason } })).status).toBe(404);
  expect(await house.ground.database.read('concerns')).toEqual([]);
});

test('written on while a lead opens it, it is not opened as it was: the newest words are not lost', async () => {
  const { house, tablet, draft, nadia } = await begun();
  const { keys } = house.ground;
  const find = keys.find.bind(keys);
  vi.spyOn(keys, 'find').mockImplementationOnce(async (...key) => {
    await tablet.park(draft, { revision: 2, content: halfWritten({ text: MORE }) });
    return find(...key);
  });
  const params = { id: draft.envelope.id };
  const early = await nadia.call('openUnfinished', { params, body: { reason } });
  expect(early).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  expect(await house.ground.database.read('concerns')).toEqual([]);
});

test('five hundred drafts that a lead may not know of hide none that she may', async () => {
  const { house, tablet, draft, aboutNadia, nadia } = await begun();
  await tablet.park(draft, { revision: 2, content: aboutNadia });
  const { database } = house.ground;
  const { ciphertext, ...row } = (await database.read('parked_drafts').first())!;
  const many = Array.from({ length: 520 }, (_, at) => ({
    ...row,
    ciphertext: ciphertext.subarray(0, 1),
    envelope_id: `junk${String(at).padStart(18, '0')}`,
    lineage_id: `line${String(at).padStart(18, '0')}`,
  }));
  await database.write(async (trx) => {
    for (let from = 0; from < many.length; from += 40)
      await trx('parked_drafts').insert(many.slice(from, from + 40));
  });
  const newest = await leave(house, tablet, halfWritten());
  const list = await nadia.must('listUnfinished');
  expect(list.count).toBe(1);
  expect(list.drafts.map(({ id }) => id)).toEqual([newest.envelope.id]);
});
