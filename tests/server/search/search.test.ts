import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { readAuditHead } from '../../../server/audit/append';
import { SearchIndexes } from '../../../server/search/indexes';
import { readNews } from '../../../server/search/news';
import { openTrust } from '../sites/trust';
import { addKey } from '../security-keys/phone';
import { ELA, finds, NADIA, RUTH, search, SearchStory } from './search-story';

const BRUISE = 'She had a bruise on her left forearm. “He pushed me at break,” she said.';

test('a lead finds a record by words of one stem, beginnings, phrases, names, category and reference', async () => {
  const story = await SearchStory.begin();
  const one = await story.records({ about: ['Amira'], text: BRUISE, category: 'Online bullying' });
  const other = await story.records({ about: ['Zoë'], text: 'Zoe pushed her chair at me before break.' });
  const nadia = await story.elevated(NADIA);
  expect(await finds(nadia, 'BRUISING')).toEqual([one]);
  expect(await finds(nadia, 'fore')).toEqual([one]);
  expect(await finds(nadia, 'push break')).toEqual([other, one]);
  expect(await finds(nadia, '"pushed me at break"')).toEqual([one]);
  expect(await finds(nadia, '"at me before"')).toEqual([other]);
  expect(await finds(nadia, '"break pushed"')).toEqual([]);
  expect(await finds(nadia, 'Khan bruise')).toEqual([one]);
  expect(await finds(nadia, 'zoe oneill')).toEqual([other]);
  expect(await finds(nadia, 'O’Neill-Hart')).toEqual([other]);
  expect(await finds(nadia, 'Hart-Neill')).toEqual([]);
  expect(await finds(nadia, 'Jo Price')).toEqual([other, one]);
  expect(await finds(nadia, 'online')).toEqual([one]);
  expect(await finds(nadia, other.toLowerCase())).toEqual([other]);
  expect(await finds(nadia, 'bruise chair')).toEqual([]);
  const [row] = (await search(nadia, 'bruised')).found;
  expect(row).toMatchObject({
    pupils: [{ name: 'Amira Khan', className: '4B', hidden: false }],
    categories: [{ name: 'Online bullying', colour: '#C47F00' }],
    status: 'waiting',
    snippet: { place: 'text', before: false, after: false },
  });
  expect(row?.snippet?.pieces.filter(({ match }) => match)).toEqual([{ text: 'bruise', match: true }]);
  expect(row?.snippet?.pieces.map(({ text }) => text).join('')).toBe(BRUISE);
});

test('she limits what is found to days and categories with what is below them, and reads on page by page', async () => {
  const story = await SearchStory.begin();
  const days = Array.from({ length: 23 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}`);
  const written: string[] = [];
  for (const day of days) {
    const category = day.endsWith('5') ? 'Online bullying' : 'Physical injury';
    written.push(
      await story.records({
        about: ['Amira'],
        text: 'In tears again.',
        at: `${day}T10:00:00.000Z`,
        category,
      }),
    );
  }
  const newest = [...written].reverse();
  const nadia = await story.elevated(NADIA);
  const first = await search(nadia, 'tears');
  expect(first.total).toBe(23);
  expect(first.found.map(({ reference }) => reference)).toEqual(newest.slice(0, 20));
  const second = await search(nadia, 'tears', { cursor: first.cursor! });
  expect(second).toMatchObject({ total: 23, cursor: null });
  expect(second.found.map(({ reference }) => reference)).toEqual(newest.slice(20));
  expect(await finds(nadia, '', { from: '2026-10-04', to: '2026-10-05' })).toEqual([written[4], written[3]]);
  // Half past midnight in London is still the evening before in UTC.
  const night = await story.records({ about: ['Leo'], text: 'A call.', at: '2026-10-23T23:30:00.000Z' });
  expect(await finds(nadia, '', { from: '2026-10-24', to: '2026-10-24' })).toEqual([night]);
  const bullying = { categories: [story.ids.category('Bullying')] };
  expect(await finds(nadia, 'tears', bullying)).toEqual([written[14], written[4]]);
});

test('whoever may not see a pupil never finds them by name, though the record names them to others', async () => {
  const story = await SearchStory.begin();
  const both = await story.records({
    about: ['Amira', 'Leo'],
    text: 'They fought in the corridor.',
    category: 'Bullying',
  });
  await story.records({ about: ['Leo'], text: 'He fought alone.', category: 'Bullying' });
  const ela = await story.elevated(ELA);
  const seen = await search(ela, 'fought');
  expect(seen.total).toBe(1);
  expect(seen.found).toMatchObject([
    { reference: both, pupils: [{ name: 'Amira Khan' }, { name: '', className: null, hidden: true }] },
  ]);
  expect(await finds(ela, 'Amira')).toEqual([both]);
  const nothing = { found: [], total: 0, cursor: null, pupils: [], pupilsTotal: 0 };
  for (const words of ['Leo', 'brown', 'fought Leo', '"Leo Brown"', 'alone'])
    expect(await search(ela, words), words).toEqual(nothing);
  expect((await search(await story.elevated(NADIA), 'fought Leo')).total).toBe(2);
});

test('a child of whom nothing is recorded is found by name, by those who may open the page alone', async () => {
  const story = await SearchStory.begin();
  const nadia = await story.elevated(NADIA);
  const leo = { id: story.pupil('Leo'), name: 'Leo Brown', initials: 'LB', className: '6A', left: false };
  expect(await search(nadia, 'leo')).toMatchObject({ total: 0, pupils: [leo], pupilsTotal: 1 });
  expect((await search(nadia, '"leo brown"')).pupils).toEqual([leo]);
  expect((await search(nadia, 'leo bruise')).pupils).toEqual([]);
  expect((await search(nadia, '')).pupils).toEqual([]);
  // Ela sees 4B alone; Ruth is close to Zoë.
  expect((await search(await story.elevated(ELA), 'leo')).pupilsTotal).toBe(0);
  expect((await search(await story.elevated(RUTH), 'zoe')).pupilsTotal).toBe(0);
  await story.house.ground.database.write((trx) =>
    trx('pupils').where({ id: leo.id }).update({ left_at: '2026-11-20T09:00:00.000Z' }),
  );
  expect((await search(nadia, 'leo')).pupils).toEqual([{ ...leo, left: true }]);
});

test('what somebody must not know of is neither found nor counted, and its answer is that of words nobody wrote', async () => {
  const story = await SearchStory.begin();
  await story.records({ about: ['Zoë'], text: 'Unusually quiet, and hungry.', category: 'Physical injury' });
  await story.records({ about: ['Amira'], text: 'Grabbed by the wrist.', staff: 'Nadia Shah' });
  const nadia = await story.elevated(NADIA);
  const ruth = await story.elevated(RUTH);
  const never = await nadia.call('searchConcerns', { body: { words: 'xylophone' } });
  // Ruth is close to Zoë; what is about Nadia goes to Ruth alone.
  const hidden: [typeof nadia, string][] = [
    [ruth, 'hungry'],
    [ruth, 'Zoë'],
    [nadia, 'wrist'],
  ];
  for (const [who, words] of hidden) {
    const answered = await who.call('searchConcerns', { body: { words } });
    expect(answered.bytes, words).toEqual(never.bytes);
  }
  expect((await search(nadia, '')).total).toBe(1);
  expect((await search(ruth, '')).found).toMatchObject([{ about: ['Nadia Shah'] }]);
});

test('a search knows of what was written, added, taken and joined since the last one, on every server', async () => {
  const story = await SearchStory.begin();
  const { house } = story;
  const other = new SearchIndexes(house.ground);
  const nadia = await story.elevated(NADIA);
  expect((await other.of(house.schoolId)).concerns).toHaveLength(0);
  expect(await finds(nadia, 'Kahn')).toEqual([]);
  const reference = await story.records({ about: ['Amirah'], text: BRUISE, category: 'Bullying' });
  const [found] = (await search(nadia, 'Kahn')).found;
  expect(found?.reference).toBe(reference);
  const params = { id: found!.concernId };
  const text = 'Telephoned her grandmother.';
  await nadia.must('addAction', { params, body: { actionId: uuidv7(house.clock.now()), text } });
  const added = await search(nadia, 'grandmother');
  expect(added.found).toMatchObject([{ reference, snippet: { place: 'action' } }]);
  await nadia.must('takeConcern', { params });
  expect((await search(nadia, 'Shah')).found).toMatchObject([{ reference, status: 'taken' }]);
  const join = { kind: 'pupil.join', pupilId: story.pupil('Amirah'), intoId: story.pupil('Amira') } as const;
  const { outcomes } = await nadia.must('makeChanges', { body: { changes: [join] } });
  expect(outcomes).toMatchObject([{ outcome: 'made' }]);
  expect(await finds(nadia, 'Kahn')).toEqual([]);
  expect(await finds(nadia, 'Amira Khan')).toEqual([reference]);
  const [elsewhere] = (await other.of(house.schoolId)).concerns;
  expect(elsewhere).toMatchObject({ id: params.id, pupils: [story.pupil('Amira')] });
});

test('whatever was only read since is no news to a search', async () => {
  const story = await SearchStory.begin();
  const reference = await story.records({ about: ['Amira'], text: BRUISE });
  const nadia = await story.elevated(NADIA);
  const { ground, schoolId } = story.house;
  const { seq } = await readAuditHead(ground.database.read, schoolId);
  const [row] = (await search(nadia, reference)).found;
  const { pupils } = await nadia.must('readConcern', { params: { id: row!.concernId } });
  const amira = { params: { id: pupils[0]!.pupilId! } };
  await nadia.must('readPupilPage', amira);
  await nadia.must('readChronology', amira);
  const news = await readNews(ground, schoolId, seq);
  expect(news!.seq).toBeGreaterThan(seq + 3);
  expect(news).toMatchObject({ concerns: new Set(), names: false });
  await nadia.must('takeConcern', { params: { id: row!.concernId } });
  expect(await readNews(ground, schoolId, news!.seq)).toMatchObject({
    concerns: new Set([row!.concernId]),
    names: false,
  });
});

test('a text that waits for the first lead who takes it is found by nothing that it says until then', async () => {
  const story = await SearchStory.begin();
  const { house } = story;
  const reference = await story.records({ described: 'A boy in a green coat', text: 'He cried at lunch.' });
  await house.ground.database.write((trx) =>
    trx('concerns').where({ reference }).update({ quarantine: 'author-unconfirmed' }),
  );
  const nadia = await story.elevated(NADIA);
  expect(await finds(nadia, 'cried')).toEqual([]);
  expect(await finds(nadia, 'green coat')).toEqual([]);
  const [row] = (await search(nadia, reference)).found;
  expect(row).toMatchObject({ reference, pupils: [], snippet: null, status: 'being-checked' });
  await nadia.must('takeConcern', { params: { id: row!.concernId } });
  expect(await finds(nadia, 'green coat cried')).toEqual([reference]);
});

test('the audit has that somebody searched, how many were found and which were shown, and no word of it', async () => {
  const story = await SearchStory.begin();
  await story.records({ about: ['Amira'], text: BRUISE, category: 'Bullying' });
  const nadia = await story.elevated(NADIA);
  const { found } = await search(nadia, 'forearm');
  await search(nadia, 'xylophone');
  const rows = await story.house.ground.database
    .read('audit')
    .where('what', 'like', 'search.%')
    .orderBy('seq')
    .select('what', 'facts');
  expect(rows.map(({ what, facts }) => [what, JSON.parse(facts) as unknown])).toEqual([
    ['search.made', { found: 1, elevated: true }],
    ['search.shown', { concerns: [found[0]?.concernId], elevated: true }],
    ['search.made', { found: 0, elevated: true }],
  ]);
  expect(JSON.stringify(await story.house.ground.database.read('audit'))).not.toMatch(/forearm|xylophone/);
});

test('before she elevates a lead searches nothing, and too many words are refused with what to do', async () => {
  const story = await SearchStory.begin();
  const waiting = await story.house.loggedIn(NADIA);
  const { phone } = await addKey(story.house, waiting);
  const refused = await waiting.call('searchConcerns', { body: { words: 'bruise' } });
  expect(refused.problem.code).toBe('elevation-needed');
  expect(await waiting.must('readSearchChoices')).toEqual({ categories: [], years: [] });
  await waiting.must('elevate', { body: { code: phone.nextCode() } });
  const words = Array.from({ length: 17 }, (_, at) => `w${at}`).join(' ');
  expect((await waiting.call('searchConcerns', { body: { words } })).problem).toMatchObject({
    field: 'body.words',
    title: 'Search for at most 16 words at a time.',
  });
  const { categories } = await waiting.must('readSearchChoices');
  expect(categories.map(({ name }) => name)).toEqual(['Physical injury', 'Bullying', 'Online bullying']);
});

test('words of the school whose turn is longest ago leave memory first when there is no room for both', async () => {
  const { house, hazelId, oakfieldId } = await openTrust();
  const indexes = new SearchIndexes(house.ground, 1);
  await indexes.of(oakfieldId);
  expect(indexes.schools).toEqual([oakfieldId]);
  await indexes.of(hazelId);
  expect(indexes.schools).toEqual([hazelId]);
});
