import { expect, onTestFinished, test, vi } from 'vitest';
import { BEA, CAL, MovedStory, NADIA, TOM } from './moved-story';
import type { Visitor } from '../visitor';

/** Lets the disk of the database be full, as the engine itself says it. @returns makes room again */
async function fillDisk({ house: { ground } }: MovedStory): Promise<() => Promise<void>> {
  const { database } = ground;
  if (database.dialect === 'sqlite') {
    const limit = (pages: string) =>
      database.write(async (trx) => {
        await trx.raw(`PRAGMA max_page_count = ${pages}`);
      });
    // Fewer than there are is as many as there are.
    await limit('1');
    return () => limit('1073741823');
  }
  const write = database.write.bind(database);
  const full = vi.spyOn(database, 'write').mockImplementation((command) =>
    write(async (trx) => {
      await command(trx);
      throw Object.assign(new Error('no space left on device'), { code: '53100' });
    }),
  );
  const makeRoom = () => {
    full.mockRestore();
    return Promise.resolve();
  };
  onTestFinished(makeRoom);
  return makeRoom;
}

/** Longer than the room that is left in the pages of the database. */
const LONG = 'Jo mixed them up on the register. '.repeat(580);

test('the disk is full while a record is moved and a passage covered: nothing of either is done, and both are once there is room', async () => {
  const story = await MovedStory.begin();
  const id = await story.records();
  const params = { id };
  const [nadia, bea, cal] = [
    await story.elevated(NADIA),
    await story.elevated(BEA),
    await story.elevated(CAL),
  ];
  const asked = { actionId: story.newId(), reason: LONG };
  const body = { actionId: story.newId(), entryId: id, start: 8, end: 17, reason: LONG };
  const { database } = story.house.ground;
  const whats = async () =>
    (await database.read('audit').where('what', 'like', 'concern.%').pluck<string[]>('what')).filter((what) =>
      /corrected|covered/.test(what),
    );
  const [hers, his] = [await story.traces(bea, id, 'Amira'), await story.traces(cal, id, 'Ben')];
  const makeRoom = await fillDisk(story);
  expect((await story.correct(nadia, id, 'Ben', asked)).status).toBe(507);
  expect((await nadia.call('coverPassage', { params, body })).status).toBe(507);
  await makeRoom();
  expect(await whats()).toEqual([]);
  expect(await story.traces(bea, id, 'Amira')).toEqual(hers);
  expect(await story.traces(cal, id, 'Ben')).toEqual(his);
  expect(await database.read('withdrawn_alerts')).toEqual([]);
  const before = await nadia.must('readConcern', { params });
  expect([before.history.map(({ kind }) => kind), before.text]).toEqual([
    ['received'],
    'Threw a tangerine at the window.',
  ]);
  // Pressed again, with the ids of before.
  expect((await story.correct(nadia, id, 'Ben', asked)).status).toBe(200);
  expect((await nadia.call('coverPassage', { params, body })).status).toBe(200);
  expect((await whats()).sort()).toEqual(['concern.covered', 'concern.pupil-corrected']);
  expect(await story.traces(bea, id, 'Amira')).toMatchObject({ opens: false, inbox: 0, found: 0, onPage: 0 });
  expect(await story.traces(cal, id, 'Ben')).toMatchObject({ opens: true, onPage: 1, found: 0 });
});

test('moved and covered they are gone from “See as”, a kept look at the alerts, the counts and every search', async () => {
  const story = await MovedStory.begin();
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) ids.push(await story.records({ others: 'His uncle Zebedee.' }));
  const [nadia, tom, bea, cal] = [
    await story.elevated(NADIA),
    await story.elevated(TOM),
    await story.elevated(BEA),
    await story.elevated(CAL),
  ];
  const seen = async (by: Visitor, name: string) => {
    const { records } = await by.must('seeAs', { params: { id: story.ids.staff(name) } });
    return [records.byGroup + records.alerted, records.named.length];
  };
  const look = { view: 'all', level: null, category: null, year: story.ids.year('Year 4') } as const;
  await bea.must('saveView', { params: { id: story.newId() }, body: { name: 'My class', ...look } });
  /** What she finds by the view that she keeps. */
  const kept = async (who: Visitor) => {
    const { views } = await who.must('listSavedViews');
    const [{ view, year } = look] = views;
    return (await who.must('listInbox', { query: { view, ...(year ? { year } : {}) } })).rows.length;
  };
  const counted = async (who: Visitor) => {
    const { tables } = await who.must('countConcerns');
    const { bytes } = await who.call('exportCounts');
    const rows = tables.find(({ of }) => of === 'class')?.rows ?? [];
    return [rows.map(({ name }) => name).join(), /Class,6A/.test(new TextDecoder().decode(bytes))];
  };
  const finds = async (who: Visitor, words: string) =>
    (await who.must('searchConcerns', { body: { words } })).found.length;
  expect([await seen(nadia, 'Bea Moor'), await seen(nadia, 'Cal Moor')]).toEqual([
    [6, 6],
    [0, 0],
  ]);
  expect([await kept(bea), await counted(nadia)]).toEqual([6, ['4B', false]]);
  expect([await finds(bea, 'Zebedee'), await finds(cal, 'Zebedee')]).toEqual([6, 0]);

  for (const id of ids) {
    expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
    const body = {
      actionId: story.newId(),
      entryId: id,
      part: 'others',
      start: 10,
      end: 17,
      reason: 'Not his.',
    };
    expect((await nadia.call('coverPassage', { params: { id }, body })).status).toBe(200);
  }
  expect([await seen(nadia, 'Bea Moor'), await seen(nadia, 'Cal Moor')]).toEqual([
    [0, 0],
    [6, 6],
  ]);
  // Ben's uncle is told nothing of them, by whomever he looks.
  expect([await seen(tom, 'Cal Moor'), await seen(tom, 'Bea Moor'), await seen(tom, 'Nadia Shah')]).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect([await kept(bea), await counted(nadia), await counted(tom)]).toEqual([0, ['6A', true], ['', false]]);
  for (const who of [nadia, tom, bea, cal]) expect(await finds(who, 'Zebedee')).toBe(0);
  for (const who of [tom, bea])
    for (const words of ['tangerine', 'uncle', 'Ben', 'Amira']) expect(await finds(who, words)).toBe(0);
  expect([await finds(nadia, 'uncle'), await finds(cal, 'uncle'), await finds(cal, 'Amira')]).toEqual([
    6, 6, 0,
  ]);
});
