import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import type { LevelChoice } from '../../../protocol/concern-actions';
import { openHouse, type TestHouse } from '../house';
import { readNamed } from '../../../server/school/names';
import { aSchoolAtWork, JO, NADIA } from '../concerns/a-lead-at-work';
import { aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

/** Three concerns: one of Ben in Year 6 between two of Amira in Year 4. */
async function threeConcerns(): Promise<{ house: TestHouse; ids: string[]; nadia: Visitor; amira: string }> {
  const ben = aPupil({ firstName: 'Ben', lastName: 'Marsh', className: '6A', yearGroup: 'Year 6' });
  const pupils = [aPupil({ firstName: 'Amira', lastName: 'Khan' }), ben];
  const house = await openHouse({ plan: aSchoolAtWork({ pupils }) });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const roll = (await tablet.visitor.must('readRoll')).pupils;
  const idOf = (name: string) => roll.find(({ first }) => first === name)!.id;
  const behaviour = await idOfCategory(house, 'Behaviour');
  for (const [name, categories] of [
    ['Amira', [behaviour]],
    ['Ben', [behaviour]],
    ['Amira', []],
  ] as const) {
    const concern = aConcern({ pupilId: idOf(name), categories: [...categories] });
    await tablet.deliver((await tablet.seal(concern)).bytes);
    await house.settled();
  }
  const ids = await house.ground.database.read('concerns').orderBy('received_at').pluck<string[]>('id');
  const { browser: nadia } = await elevatedLead(house, NADIA);
  return { house, ids, nadia, amira: idOf('Amira') };
}

async function idOfCategory({ ground, schoolId }: TestHouse, name: string): Promise<string> {
  const names = await readNamed(ground.database.read, ground, schoolId, 'categories');
  return [...names].find(([, one]) => one === name)![0];
}

const set = (visitor: Visitor, id: string, level: 'low' | 'medium' | 'high') =>
  visitor.must('setLevel', {
    params: { id },
    body: { actionId: uuidv7(Date.now()), level, reason: 'After speaking to her.' },
  });

test('a lead limits inbox, search and chronology to a level, and to what has none', async () => {
  const { ids, nadia, amira } = await threeConcerns();
  const [amiras, bens, second] = ids as [string, string, string];
  await set(nadia, amiras, 'high');
  await set(nadia, bens, 'medium');

  const inbox = async (query: object) =>
    (await nadia.must('listInbox', { query })).rows.map(({ concernId }) => concernId).sort();
  const found = async (level: LevelChoice) =>
    (await nadia.must('searchConcerns', { body: { words: '', level } })).found.map((one) => one.concernId);
  for (const [level, expected] of [
    ['high', [amiras]],
    ['medium', [bens]],
    ['low', []],
    ['none', [second]],
  ] as const) {
    expect(await inbox({ level }), `inbox, ${level}`).toEqual(expected);
    expect(await found(level), `search, ${level}`).toEqual(expected);
  }
  // A level that is set later is found at once, and no longer where it was.
  await set(nadia, second, 'high');
  expect((await found('high')).sort()).toEqual([amiras, second].sort());
  expect(await found('none')).toEqual([]);

  const { years, categories } = await nadia.must('readSearchChoices');
  const four = years.find(({ name }) => name === 'Year 4')!.id;
  const six = years.find(({ name }) => name === 'Year 6')!.id;
  expect(await inbox({ year: four })).toEqual([amiras, second].sort());
  expect(await inbox({ year: six, level: 'high' })).toEqual([]);
  const categoryOf = (name: string) => categories.find((one) => one.name === name)!.id;
  expect(await inbox({ category: categoryOf('Behaviour') })).toEqual([amiras, bens].sort());
  expect(await inbox({ category: categoryOf('Physical injury') })).toEqual([]);

  const chronology = async (level?: LevelChoice) =>
    (
      await nadia.must('readChronology', {
        params: { id: amira },
        query: level === undefined ? {} : { level },
      })
    ).entries;
  expect((await chronology('high')).length).toBe((await chronology()).length);
  expect(await chronology('low')).toEqual([]);
  expect((await chronology()).find(({ id }) => id === amiras)?.concern?.level).toBe('high');
  expect((await nadia.must('readConcern', { params: { id: amiras } })).level).toBe('high');
});

test('a filter tells nothing to whom the list tells nothing', async () => {
  const { ids, nadia } = await threeConcerns();
  await set(nadia, ids[0]!, 'high');
  await nadia.must('endElevation');
  const all = (await nadia.must('listInbox')).rows.map(({ concernId }) => concernId);
  const { rows } = await nadia.must('listInbox', { query: { level: 'high' } });
  expect(rows.map(({ concernId }) => concernId)).toEqual(all);
  expect(rows).toHaveLength(3);
});
