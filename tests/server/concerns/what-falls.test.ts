import { expect, test, vi } from 'vitest';
import { BEA, JO, MovedStory, NADIA, TOM } from './moved-story';

/** How often rights of this colleague have ended. */
async function ended({ house, ids }: MovedStory, name: string): Promise<number> {
  const row = await house.ground.database
    .read('staff')
    .where({ id: ids.staff(name) })
    .first('rights_ended');
  return row!.rights_ended;
}

test.each(['before-decision-commit', 'after-decision-commit'] as const)(
  'the server dies at %s of a move, which is sent again: the class teacher who lost the record is told once, not never',
  async (point) => {
    const story = await MovedStory.begin();
    const id = await story.records();
    const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
    await bea.must('readConcern', { params: { id } });
    const deed = { actionId: story.newId() };
    const dies = vi.spyOn(story.house.ground, 'faultPoint').mockImplementation((name) => {
      if (name === point) throw new Error('the server died');
    });
    expect((await story.correct(nadia, id, 'Ben', deed)).status).toBe(500);
    dies.mockRestore();
    expect((await story.correct(nadia, id, 'Ben', deed)).status).toBe(200);
    expect((await bea.call('readConcern', { params: { id } })).status).toBe(404);
    expect(await ended(story, 'Bea Moor')).toBe(1);
  },
);

test('whoever recorded it has a reply open: it falls when a passage of it is covered, and when the child turns out to be their nephew', async () => {
  const story = await MovedStory.begin();
  const id = await story.records();
  const nadia = await story.elevated(NADIA);
  const jo = await story.house.loggedIn(JO);
  const text = 'Thank you. Zebedee told us too.';
  const params = { id: story.newId() };
  await nadia.must('sendReply', { params: { id }, body: { actionId: params.id, text } });
  expect(await jo.must('openReply', { params })).toEqual({ text });
  const [start, end] = [text.indexOf('Zebedee'), text.indexOf('Zebedee') + 'Zebedee'.length];
  const passage = { entryId: params.id, part: 'text', start, end, reason: 'Another child.' };
  await nadia.must('coverPassage', { params: { id }, body: { actionId: story.newId(), ...passage } });
  expect(await ended(story, 'Jo Price')).toBe(1);
  expect((await jo.must('openReply', { params })).text).not.toContain('Zebedee');

  const { database } = story.house.ground;
  await database.write((trx) =>
    trx('connected_staff').insert({
      school_id: story.house.schoolId,
      pupil_id: story.pupil('Ben'),
      staff_id: story.ids.staff('Jo Price'),
    }),
  );
  expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
  expect((await jo.call('openReply', { params })).status).toBe(404);
  expect(await ended(story, 'Jo Price')).toBe(2);
});

test('two leads cover a name each in the reason of one link, from both of its records at once: neither is uncovered by the other', async () => {
  const story = await MovedStory.begin();
  const [one, other] = [await story.records(), await story.records()];
  const [nadia, tom] = [await story.elevated(NADIA), await story.elevated(TOM)];
  const reason = 'Alder and Birch were seen with both.';
  const linkId = story.newId();
  await nadia.must('linkConcern', { params: { id: one }, body: { linkId, otherId: other, reason } });
  const cover = (word: string) => ({
    actionId: story.newId(),
    entryId: linkId,
    part: 'reason',
    start: reason.indexOf(word),
    end: reason.indexOf(word) + word.length,
    reason: 'Another family.',
  });
  await Promise.all([
    nadia.must('coverPassage', { params: { id: one }, body: cover('Alder') }),
    tom.must('coverPassage', { params: { id: other }, body: cover('Birch') }),
  ]);
  for (const id of [one, other]) {
    const { links } = await nadia.must('readConcern', { params: { id } });
    expect(links?.[0]?.reason).not.toMatch(/Alder|Birch/);
  }
});
