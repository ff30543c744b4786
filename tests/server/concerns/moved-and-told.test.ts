import { beforeEach, expect, test } from 'vitest';
import { HOUR } from '../../../server/clock';
import { BEA, MovedStory, NADIA } from './moved-story';

let story: MovedStory;

beforeEach(async () => {
  story = await MovedStory.begin();
});

test('what Bea is still to be told of in the morning is mailed, though the first of it was moved at night', async () => {
  const { house } = story;
  const bea = await house.loggedIn(BEA);
  await bea.must('setQuietHours', { body: { quiet: { from: '19:00', to: '07:00', weekends: true } } });
  house.clock.skip(8 * HOUR);
  const first = await story.records();
  await story.records({ text: 'Threw a plum at the door.' });
  const nadia = await story.elevated(NADIA);
  await story.correct(nadia, first, 'Ben');
  const known = house.mails.length;
  house.clock.skip(11 * HOUR);
  await house.settled();
  expect(house.mails.slice(known).filter(({ to }) => to === BEA)).toMatchObject([
    { subject: expect.stringMatching(/^Safeguarding alert \w+$/) as string },
  ]);
});

test('said twice at one moment, two children of a record never become one pupil', async () => {
  const nadia = await story.elevated(NADIA);
  const child = { kind: 'name-unknown', description: 'A boy in a red coat' } as const;
  const id = await story.records({ pupils: [child, child] });
  const answers = await Promise.all(
    [0, 1].map((position) => story.correct(nadia, id, 'Ben', { was: null, position })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect(answers.find(({ status }) => status === 400)!.problem.title).toMatch(/in the record already/);
  const { pupils } = await nadia.must('readConcern', { params: { id } });
  expect(pupils.filter(({ name }) => name === 'Ben Lowe')).toHaveLength(1);
});

test('its author’s ladder keeps every step that it said', async () => {
  const sealed = await story.sends();
  const { id } = (await story.house.ground.database.read('concerns').first('id'))!;
  const bea = await story.elevated(BEA);
  await bea.must('readConcern', { params: { id } });
  const ladder = async () =>
    ((await story.tablet.progress(sealed)) as { steps: { step: string; count?: number }[] }[])[0]!.steps;
  const before = await ladder();
  expect(before.at(-1)).toMatchObject({ step: 'alerted', count: 1 });
  await story.correct(await story.elevated(NADIA), id, 'Ben');
  await story.house.settled();
  // Bea was told, and so is Cal now.
  const after = await ladder();
  expect(after.at(-1)).toMatchObject({ step: 'alerted', count: 2 });
  expect(after.at(-1)).toMatchObject({ at: (before.at(-1) as { at?: string }).at });
});
