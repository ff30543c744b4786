import { expect, test } from 'vitest';
import { flat, readPdf } from '../papers/poppler';
import { BEA, CAL, MovedStory, NADIA, TOM } from './moved-story';

test('two concerns that belong together: both show it, to whoever may read both; to others nothing of it is there', async () => {
  const story = await MovedStory.begin();
  const [amira, ben] = [story.pupil('Amira'), story.pupil('Ben')];
  const ofAmira = await story.records();
  const earlier = await story.records({ text: 'Would not come in from the yard.' });
  const ofBen = await story.records({
    pupils: [{ kind: 'listed', pupilId: ben, shown: 'Ben Lowe' }],
    text: 'Hid behind the shed.',
  });
  const [nadia, tom, bea, cal] = [
    await story.elevated(NADIA),
    await story.elevated(TOM),
    await story.elevated(BEA),
    await story.elevated(CAL),
  ];
  // The pass of an open concern says when it was opened, and nothing else.
  const asBeaReadsIt = async () => {
    const { pass, ...read } = await bea.must('readConcern', { params: { id: ofAmira } });
    expect(pass).toMatch(/^\d+\./);
    return JSON.stringify(read);
  };
  const before = await asBeaReadsIt();
  const link = (by: typeof nadia, given: object = {}) =>
    by.call('linkConcern', {
      params: { id: ofAmira },
      body: {
        linkId: story.newId(),
        otherId: ofBen,
        reason: 'The same afternoon: Ben saw the quince fly.',
        ...given,
      },
    });

  // What is offered are other concerns of the same pupils; Ben's is found by searching.
  const offered = await nadia.must('readLinkable', { params: { id: ofAmira } });
  expect(offered.concerns.map(({ concernId }) => concernId)).toEqual([earlier]);
  // Tom is Ben's uncle: to him a concern of Ben and one that never was are the same.
  const [hidden, absent] = [await link(tom), await link(tom, { otherId: story.newId() })];
  expect([hidden.status, hidden.bytes]).toEqual([404, absent.bytes]);
  expect((await link(bea)).status).toBe(404);
  expect((await link(nadia, { otherId: ofAmira })).problem.title).toMatch(/That is this concern/);
  const linkId = story.newId();
  const heard = new Map<string, number>();
  for (const name of ['Tom Lowe', 'Bea Moor', 'Cal Moor'])
    story.house.ground.changes.watch(story.house.schoolId, story.ids.staff(name), () =>
      heard.set(name, (heard.get(name) ?? 0) + 1),
    );
  expect((await link(nadia, { linkId })).status).toBe(200);
  expect((await link(nadia, { linkId })).status).toBe(200);
  expect((await link(nadia)).problem).toMatchObject({ code: 'conflict' });
  expect(heard.get('Tom Lowe')).toBeUndefined();

  const [here, there] = [
    await nadia.must('readConcern', { params: { id: ofAmira } }),
    await nadia.must('readConcern', { params: { id: ofBen } }),
  ];
  expect(here.links).toMatchObject(
    [{ other: { concernId: ofBen, pupils: [{ name: 'Ben Lowe' }] }, by: 'Nadia Shah', reason: /quince/ }].map(
      ({ reason, ...one }) => ({ ...one, reason: expect.stringMatching(reason) as string }),
    ),
  );
  expect(there.links).toMatchObject([{ other: { concernId: ofAmira, pupils: [{ name: 'Amira Khan' }] } }]);
  expect(there.history.map(({ kind }) => kind)).toContain('linked');

  // Whoever may read only one of them: the page, its news, the chronology, a paper and the audit are as before.
  const traces = async (who: typeof nadia, id: string, pupil: string) => [
    await who.must('readConcern', { params: { id } }),
    await who.must('readConcernNews', { params: { id } }),
    await who.must('readChronology', { params: { id: pupil } }),
    (await who.must('searchConcerns', { body: { words: 'quince' } })).found,
  ];
  for (const [who, id, pupil] of [
    [bea, ofAmira, amira],
    [tom, ofAmira, amira],
    [cal, ofBen, ben],
  ] as const)
    expect(JSON.stringify(await traces(who, id, pupil))).not.toMatch(/quince|link/i);
  const hers = await bea.call('printConcern', { params: { id: ofAmira } });
  expect(flat((await readPdf(hers.bytes)).pages)).not.toMatch(/quince|link/i);
  expect(await asBeaReadsIt()).toBe(before);

  const printed = flat(
    (await readPdf((await nadia.call('printConcern', { params: { id: ofAmira } })).bytes)).pages,
  );
  expect(printed).toMatch(new RegExp(`Linked concerns Concern ${there.reference} Ben Lowe`));
  const paper = async (names: 'all' | 'letters') => {
    const { bytes } = await nadia.call('printChronology', { params: { id: amira }, query: { names } });
    return flat((await readPdf(bytes)).pages);
  };
  expect(await paper('all')).toMatch(`Linked with concern ${there.reference}, Ben Lowe`);
  const letters = await paper('letters');
  expect(letters).toMatch(`Linked with concern ${there.reference}, Pupil B`);
  expect(letters).not.toMatch(/Ben/);

  // It ends from the other side, with a reason, and that there was one stays in both.
  const end = (by: typeof nadia, id: string) =>
    by.call('unlinkConcern', {
      params: { id },
      body: { actionId: story.newId(), linkId, reason: 'It was another afternoon.' },
    });
  expect((await end(tom, ofAmira)).status).toBe(404);
  expect((await end(nadia, ofBen)).status).toBe(200);
  expect((await end(nadia, ofAmira)).problem).toMatchObject({ code: 'conflict' });
  const ended = await nadia.must('readConcern', { params: { id: ofAmira } });
  expect(ended.links).toMatchObject([{ ended: { by: 'Nadia Shah', reason: 'It was another afternoon.' } }]);
  expect(ended.history.map(({ kind }) => kind)).toEqual(['received', 'linked', 'unlinked']);
  expect(await paper('all')).not.toMatch(/Linked with/);
  // They may be linked anew.
  expect((await link(nadia)).status).toBe(200);

  const audit = await story.house.ground.database
    .read('audit')
    .whereIn('what', ['concern.linked', 'concern.unlinked']);
  expect(audit).toHaveLength(3);
  expect(JSON.stringify(audit)).not.toMatch(/quince|afternoon/);
  const shownTo = async (who: typeof nadia) =>
    (await who.must('listAudit')).entries.filter(({ what }) => /linked/.test(what)).length;
  expect([await shownTo(nadia), await shownTo(tom)]).toEqual([3, 0]);
});

test('a link and its end sent again with another reason are refused; the same again is one', async () => {
  const story = await MovedStory.begin();
  const [id, otherId] = [await story.records(), await story.records({ text: 'Would not come in.' })];
  const nadia = await story.elevated(NADIA);
  const params = { id };
  const [linkId, actionId] = [story.newId(), story.newId()];
  const link = (reason: string) => nadia.call('linkConcern', { params, body: { linkId, otherId, reason } });
  const end = (reason: string) => nadia.call('unlinkConcern', { params, body: { actionId, linkId, reason } });
  for (const send of [link, end]) {
    for (const reason of ['One week.', 'One week.']) expect((await send(reason)).status).toBe(200);
    expect((await send('Two weeks.')).problem).toMatchObject({
      code: 'conflict',
      title: expect.stringMatching(/with other words/) as string,
    });
  }
});
