import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/clock';
import { flat, readPdf } from '../papers/poppler';
import { BEA, MovedStory, NADIA } from './moved-story';

test('a lead covers what names another family: nobody reads, finds or prints it, and leads who ask read every word', async () => {
  const story = await MovedStory.begin();
  const id = await story.records({ text: 'Threw a tangerine. His uncle Zebedee drinks. Then he sat down.' });
  const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
  const note = story.newId();
  const params = { id };
  await nadia.must('addAction', { params, body: { actionId: note, text: 'Zebedee rang at noon.' } });
  const [recorded, added] = (await nadia.must('readWhole', { params })).texts;
  const cover = (entryId: string, text: string, by = nadia) =>
    by.call('coverPassage', {
      params,
      body: {
        actionId: story.newId(),
        entryId,
        start: text.indexOf('Zebedee'),
        end: text.indexOf('Zebedee') + 'Zebedee'.length,
        reason: 'The quince is no business of ours.',
      },
    });
  expect((await cover(id, recorded!.text, bea)).status).toBe(404);
  for (const one of [recorded!, added!]) expect((await cover(one.id, one.text)).status).toBe(200);
  expect((await cover(id, recorded!.text)).problem.title).toMatch(/covered already/);
  expect((await cover(story.newId(), recorded!.text)).status).toBe(404);
  for (const who of [nadia, bea]) {
    const read = await who.must('readConcern', { params });
    expect(read.text).toBe(
      'Threw a tangerine. His uncle [Covered by a lead, 23 November 2026] drinks. Then he sat down.',
    );
    const page = await who.must('readChronology', { params: { id: story.pupil('Amira') } });
    const inbox = await who.must('listInbox', { query: { view: 'all' } });
    for (const shown of [read, page, inbox]) expect(JSON.stringify(shown)).not.toMatch(/Zebedee/);
    for (const words of ['Zebedee', 'quince'])
      expect((await who.must('searchConcerns', { body: { words } })).found).toEqual([]);
    expect(
      JSON.stringify((await who.must('searchConcerns', { body: { words: 'tangerine' } })).found),
    ).not.toMatch(/Zebedee/);
  }
  for (const paper of [
    await nadia.call('printConcern', { params }),
    await nadia.call('printChronology', { params: { id: story.pupil('Amira') } }),
  ]) {
    const printed = flat((await readPdf(paper.bytes)).pages);
    expect(printed).toMatch(/Covered by a lead/);
    expect(printed).not.toMatch(/Zebedee|quince/);
  }
  expect(JSON.stringify(await bea.must('readConcern', { params }))).not.toMatch(/quince/);
  expect((await nadia.must('readConcern', { params })).history.map(({ kind }) => kind)).toEqual([
    'received',
    'note',
    'covered',
    'covered',
  ]);
  const whole = await nadia.must('readWhole', { params });
  expect(whole.texts.map(({ text }) => text)).toEqual([recorded!.text, 'Zebedee rang at noon.']);
  expect((await bea.call('readWhole', { params })).status).toBe(404);
  const audit = await story.house.ground.database
    .read('audit')
    .whereIn('what', ['concern.covered', 'concern.read-whole']);
  expect(audit).toHaveLength(4);
  expect(JSON.stringify(audit)).not.toMatch(/Zebedee|quince/);
});

test('covered after midnight in summer it says the day on the school’s wall, also to a search that had read the text', async () => {
  const story = await MovedStory.begin();
  // Friday 9 July 2027, 23:43 in Greenwich: 00:43 on Saturday in school.
  story.house.clock.skip(228 * DAY + 11 * HOUR);
  const id = await story.records({ text: 'Threw a tangerine. Zebedee drinks.' });
  const nadia = await story.elevated(NADIA);
  const search = async (words: string) =>
    (await nadia.must('searchConcerns', { body: { words } })).found.map(({ snippet }) =>
      JSON.stringify(snippet),
    );
  expect(await search('Zebedee')).toHaveLength(1);
  const body = {
    actionId: story.newId(),
    entryId: id,
    start: 19,
    end: 26,
    reason: 'His uncle is another family.',
  };
  expect((await nadia.must('coverPassage', { params: { id }, body })).text).toBe(
    'Threw a tangerine. [Covered by a lead, 10 July 2027] drinks.',
  );
  expect(await search('Zebedee')).toEqual([]);
  expect((await search('tangerine'))[0]).not.toContain('Zebedee');
});
