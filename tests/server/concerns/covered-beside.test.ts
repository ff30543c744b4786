import { expect, test } from 'vitest';
import { flat, readPdf } from '../papers/poppler';
import { BEA, MovedStory, NADIA } from './moved-story';

test('whoever is named beside the account or in a reason is covered everywhere: screen, lists, search and both papers', async () => {
  const story = await MovedStory.begin();
  const id = await story.records({
    pupils: [
      { kind: 'listed', pupilId: story.pupil('Amira'), shown: 'Amira Khan' },
      { kind: 'not-on-list', description: 'A cousin of Zebedee' },
    ],
    text: 'Threw a tangerine.',
    others: 'Her uncle Zebedee stood by.',
    told: { kind: 'someone', who: 'Zebedee at the gate' },
    where: { other: 'Behind Zebedee’s van' },
    bodyMap: {
      marks: [{ view: 'head-left', x: 230, y: 240, part: 'left-ear', note: 'Like Zebedee’s.', pupil: 0 }],
    },
  });
  const beside = await story.records({ text: 'Threw a plum.' });
  const [nadia, bea] = [await story.elevated(NADIA), await story.elevated(BEA)];
  const params = { id };
  const reason = 'Zebedee was named.';
  await nadia.must('setLevel', { params, body: { actionId: story.newId(), level: 'high', reason } });
  await nadia.must('markEntry', {
    params,
    body: { actionId: story.newId(), entryId: id, significant: true, reason },
  });
  const { at } = (await nadia.must('readConcern', { params })).happened;
  const redated = { was: at, at: '2026-11-20T09:00:00.000Z', about: false, reason };
  await nadia.must('correctWhen', { params, body: { actionId: story.newId(), ...redated } });
  const linkId = story.newId();
  await nadia.must('linkConcern', { params, body: { linkId, otherId: beside, reason } });
  await nadia.must('unlinkConcern', { params, body: { actionId: story.newId(), linkId, reason } });

  const everywhere = async () => {
    const page = { id: story.pupil('Amira') };
    const papers = [
      await nadia.call('printConcern', { params }),
      await nadia.call('printChronology', { params: page }),
    ];
    const printed = await Promise.all(papers.map(async ({ bytes }) => flat((await readPdf(bytes)).pages)));
    const shown = await Promise.all(
      [nadia, bea].map(async (who) => [
        await who.must('readConcern', { params }),
        await who.must('readConcern', { params: { id: beside } }),
        await who.must('readChronology', { params: page }),
        await who.must('listInbox', { query: { view: 'all' } }),
        await who.must('searchConcerns', { body: { words: 'Zebedee' } }),
        await who.must('searchConcerns', { body: { words: 'tangerine' } }),
      ]),
    );
    return [...printed, ...shown.map((one) => JSON.stringify(one))];
  };
  for (const one of await everywhere()) expect(one).toContain('Zebedee');
  // Named in the description of a child who is not on the roll: one family's copy says his name nowhere to begin with.
  const familyCopy = async () => {
    const page = { id: story.pupil('Amira') };
    const { bytes } = await nadia.call('printChronology', { params: page, query: { names: 'letters' } });
    return flat((await readPdf(bytes)).pages);
  };
  expect(await familyCopy()).not.toMatch(/Zebedee|Covered by a lead/);

  const { texts } = await nadia.must('readWhole', { params });
  const named = texts.filter(({ text }) => text.includes('Zebedee'));
  expect(named.map(({ kind, part }) => `${kind} ${part}`).sort()).toEqual([
    'concern mark-0',
    'concern others',
    'concern pupil-1',
    'concern told',
    'concern where',
    'level text',
    'linked reason',
    'marked text',
    'redated text',
    'unlinked ended',
  ]);
  const cover = (given: { id: string; part: string; text: string }, who = nadia) =>
    who.call('coverPassage', {
      params,
      body: {
        actionId: story.newId(),
        entryId: given.id,
        part: given.part,
        start: given.text.indexOf('Zebedee'),
        end: given.text.indexOf('Zebedee') + 'Zebedee'.length,
        reason: 'Another family’s.',
      },
    });
  expect((await cover(named[0]!, bea)).status).toBe(404);
  // A part that this record does not have, and one that no record has.
  expect((await cover({ ...named[0]!, part: 'about' })).status).toBe(404);
  expect((await cover({ ...named[0]!, part: 'covers' })).status).toBe(400);
  for (const one of named) expect((await cover(one)).status).toBe(200);
  expect((await cover(named[0]!)).problem.title).toMatch(/covered already/);
  for (const one of [...(await everywhere()), await familyCopy()]) {
    expect(one).not.toMatch(/Zebedee/);
    expect(one).toContain('Covered by a lead');
  }
  // Every word is kept, for leads who ask.
  expect((await nadia.must('readWhole', { params })).texts).toEqual(
    texts.map((one) => ({
      ...one,
      covers: one.text.includes('Zebedee')
        ? [{ start: one.text.indexOf('Zebedee'), end: one.text.indexOf('Zebedee') + 7 }]
        : [],
    })),
  );
});
