import { expect, test } from 'vitest';
import { flat, readPdf } from '../papers/poppler';
import { BEA, MovedStory, NADIA, TOM } from './moved-story';

const FIRST = '2026-11-13T10:40:00.000Z';
const RIGHT = '2026-11-12T10:40:00.000Z';
const LATER = '2026-11-12T14:05:00.000Z';

test('a lead corrects when it happened: the text stays, every version is readable, and everything goes by the new moment', async () => {
  const story = await MovedStory.begin();
  const said = { kind: 'another-day', at: FIRST, about: false, moment: 'break' } as const;
  const id = await story.records({ when: said });
  const other = await story.records({ when: { ...said, at: '2026-11-12T12:00:00.000Z' }, text: 'Ran off.' });
  const [nadia, tom, bea] = [
    await story.elevated(NADIA),
    await story.elevated(TOM),
    await story.elevated(BEA),
  ];
  const params = { id };
  const correct = (by: typeof nadia, given: object = {}) =>
    by.call('correctWhen', {
      params,
      body: {
        actionId: story.newId(),
        was: FIRST,
        at: RIGHT,
        about: false,
        reason: 'Ben was on a trip on the 13th, the quince says so.',
        ...given,
      },
    });
  const [before] = [await story.house.ground.database.read('concerns').where({ id }).first('body')];
  let heard = 0;
  story.house.ground.changes.watch(story.house.schoolId, story.ids.staff('Tom Lowe'), () => (heard += 1));

  // Only a lead with full access; nothing that is still to come; nothing that it says already.
  expect((await correct(bea)).status).toBe(404);
  expect((await correct(nadia, { at: '2027-11-12T10:40:00.000Z' })).problem).toMatchObject({
    code: 'not-valid',
    field: 'body.at',
  });
  expect((await correct(nadia, { at: FIRST })).problem.title).toMatch(/says already/);
  const actionId = story.newId();
  expect((await correct(nadia, { actionId })).status).toBe(200);
  expect((await correct(nadia, { actionId })).status).toBe(200);
  expect(heard).toBeGreaterThan(0);
  // Tom had it open meanwhile: his page still shows the first moment.
  expect((await correct(tom)).problem).toMatchObject({ code: 'conflict' });
  expect((await tom.must('readConcernNews', { params })).deeds).toMatchObject([
    { kind: 'redated', by: 'Nadia Shah' },
  ]);
  expect((await correct(tom, { was: RIGHT, at: LATER, about: true, reason: 'After lunch.' })).status).toBe(
    200,
  );

  const read = await bea.must('readConcern', { params });
  expect(read.text).toBe('Threw a tangerine at the window.');
  const versions = [
    { was: { at: FIRST, about: false, moment: 'break' }, by: 'Nadia Shah', reason: /quince/ },
    { was: { at: RIGHT, about: false, moment: null }, by: 'Tom Lowe', reason: /After lunch/ },
  ].map(({ was, by, reason }) => ({ was, by, reason: expect.stringMatching(reason) as string }));
  expect(read.happened).toMatchObject({ at: LATER, about: true, moment: null, corrected: versions });
  const row = await story.house.ground.database.read('concerns').where({ id }).first('body');
  expect(row!.body!.equals(before!.body!)).toBe(true);

  const page = await bea.must('readChronology', { params: { id: story.pupil('Amira') } });
  expect(page.entries.map((one) => one.id)).toEqual([id, other]);
  expect(page.entries[0]).toMatchObject({ at: LATER, concern: { about: true, corrected: versions } });
  const onDay = async (day: string) => {
    const { found } = await bea.must('searchConcerns', { body: { words: 'tangerine', from: day, to: day } });
    const { all } = await nadia.must('countConcerns', { query: { from: day, to: day } });
    const query = { from: day, to: day, kind: 'concern' };
    const { entries } = await bea.must('readChronology', { params: { id: story.pupil('Amira') }, query });
    return [found.length, all, entries.filter((one) => one.id === id).length];
  };
  expect(await onDay('2026-11-13')).toEqual([0, 0, 0]);
  expect(await onDay('2026-11-12')).toEqual([1, 'few', 1]);

  for (const paper of [
    await nadia.call('printConcern', { params }),
    await nadia.call('printChronology', { params: { id: story.pupil('Amira') } }),
  ]) {
    const printed = flat((await readPdf(paper.bytes)).pages);
    expect(printed).toMatch(/12 November 2026, about 14:05|about 14:05/);
    expect(printed).toMatch(
      /(from|It said) Friday 13 November 2026, 10:40, break(\. Put right)? by Nadia Shah/,
    );
    expect(printed).toMatch(/quince/);
  }
  const letters = await nadia.call('printChronology', {
    params: { id: story.pupil('Amira') },
    query: { names: 'letters' },
  });
  const redacted = flat((await readPdf(letters.bytes)).pages);
  expect(redacted).toMatch(/Pupil B was on a trip/);
  expect(redacted).not.toMatch(/Ben was/);

  const audit = await story.house.ground.database.read('audit').where({ what: 'concern.when-corrected' });
  expect(audit).toHaveLength(2);
  expect(JSON.stringify(audit)).not.toMatch(/quince|2026-11-1[23]/);
});
