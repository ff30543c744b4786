import { beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { cellsOf } from '../../../server/storage/cells';
import type { Visitor } from '../visitor';
import { AmirasYear, NADIA, RUTH, TOM } from './amiras-year';

let year: AmirasYear;
const page = () => ({ params: { id: year.amira } });

beforeEach(async () => {
  year = await AmirasYear.begin();
});

/** Three things that happened to Amira, delivered in another order than they happened. */
async function threeThings(): Promise<{ shoes: string; bruise: string; fight: string }> {
  const bruise = await year.record({
    of: ['Amira'],
    category: 'Physical injury',
    at: '2026-11-23T12:10:00.000Z',
    text: 'A bruise on her left forearm.',
  });
  const shoes = await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2025-12-31T23:30:00.000Z',
    text: 'Her shoes were wet through.',
  });
  const fight = await year.record({
    of: ['Amira', 'Leo'],
    category: 'Behaviour',
    at: '2026-09-10T10:00:00.000Z',
    text: 'She and another child pushed each other.',
  });
  return { shoes, bruise, fight };
}

test('a lead reads everything about Amira in order of when it happened, with years and silences', async () => {
  const { bruise } = await threeThings();
  const nadia = await year.lead(NADIA);
  await nadia.must('takeConcern', { params: { id: bruise } });
  await year.note(nadia, bruise, 'Rang children’s services for advice.');

  const shown = await nadia.must('readChronology', page());
  expect(shown.entries.map(({ kind, text, by }) => [kind, text, by])).toEqual([
    ['note', 'Rang children’s services for advice.', 'Nadia Shah'],
    ['taken', '', 'Nadia Shah'],
    ['concern', 'A bruise on her left forearm.', 'Jo Price'],
    ['concern', 'She and another child pushed each other.', 'Jo Price'],
    ['concern', 'Her shoes were wet through.', 'Jo Price'],
  ]);
  expect(shown.entries.map(({ quietWeeks }) => quietWeeks)).toEqual([null, null, 10, 36, null]);
  expect(shown.years).toEqual([
    { year: 2026, count: 4 },
    { year: 2025, count: 1 },
  ]);
  expect(shown.entries[3]!.concern!.others).toMatchObject([{ name: 'Leo O’Brien', hidden: false }]);
  const oldest = await nadia.must('readChronology', { ...page(), query: { order: 'oldest' } });
  expect(oldest.entries.map(({ id }) => id)).toEqual(shown.entries.map(({ id }) => id).toReversed());

  const find = async (query: object) => {
    const answer = await nadia.must('readChronology', { ...page(), query });
    return [answer.found, ...answer.entries.map(({ kind }) => kind)];
  };
  expect(await find({ kind: 'note,taken' })).toEqual([2, 'note', 'taken']);
  expect(await find({ category: year.category('Behaviour') })).toEqual([2, 'concern', 'concern']);
  const jo = shown.people.find(({ name }) => name === 'Jo Price')!;
  expect(await find({ person: jo.id, from: '2026-09-10', to: '2026-09-10' })).toEqual([1, 'concern']);
  expect(await find({ from: '2026-01-01', to: '2026-11-22' })).toEqual([1, 'concern']);
  expect(shown.kinds).toEqual([
    { kind: 'concern', count: 3 },
    { kind: 'taken', count: 1 },
    { kind: 'note', count: 1 },
  ]);
  for (const query of [{ kind: 'a b' }, { from: 'May' }, { cursor: '1' }, { person: 'x' }])
    expect((await nadia.call('readChronology', { ...page(), query })).status).toBe(400);
});

test('the head of the page: class, age, contacts, and the brother to go on to; both readings are in the audit', async () => {
  const { fight } = await threeThings();
  const nadia = await year.lead(NADIA);
  const head = await nadia.must('readPupilPage', page());
  expect(head).toMatchObject({ name: 'Amira Khan', className: '4B', yearGroup: 'Year 4', age: 8 });
  expect(head.contacts.map(({ name, doNotContact }) => [name, doNotContact])).toEqual([
    ['Sana Khan', false],
    ['Omar Khan', false],
  ]);
  expect(head.siblings.map(({ name }) => name)).toEqual(['Leo O’Brien', 'Yusuf Khan']);
  expect(head.linked).toMatchObject([{ name: 'Leo O’Brien', className: '6A', records: 1 }]);
  await nadia.must('readChronology', { ...page(), query: { to: '2026-10-01', from: '2026-09-01' } });
  await nadia.must('notePrinted', page());

  const rows = await year.house.ground.database
    .read('audit')
    .where({ object: `pupil:${year.amira}` })
    .orderBy('seq')
    .select('what', 'facts');
  expect(rows.map(({ what, facts }) => [what, JSON.parse(facts) as unknown])).toEqual([
    ['pupil.shown', { elevated: true }],
    ['chronology.shown', { elevated: true, concerns: [fight] }],
    ['chronology.printed', { elevated: true }],
  ]);
});

describe('what somebody may not read is not there, and not counted', () => {
  test('Tom sees behaviour in 4B alone; of Leo he learns neither name nor page', async () => {
    await threeThings();
    const tom = await year.lead(TOM);
    const shown = await tom.must('readChronology', page());
    expect([shown.total, shown.found, shown.years.map(({ count }) => count)]).toEqual([2, 2, [1, 1]]);
    expect(shown.entries[0]!.concern!.others).toEqual([{ pupilId: null, name: '', hidden: true }]);
    expect(shown.categories.map(({ name }) => name)).toEqual(['Behaviour']);
    const head = await tom.must('readPupilPage', page());
    expect([head.siblings.map(({ name }) => name), head.linked]).toEqual([['Yusuf Khan'], []]);
    expect(JSON.stringify([shown, head])).not.toMatch(/Leo|Physical/);

    const absent = await tom.call('readPupilPage', { params: { id: uuidv7(1) } });
    for (const name of ['readPupilPage', 'readChronology', 'notePrinted'] as const) {
      const hidden = await tom.call(name, { params: { id: year.pupil('Leo') } });
      expect([hidden.status, Buffer.from(hidden.bytes).toString()]).toEqual([
        404,
        Buffer.from(absent.bytes).toString(),
      ]);
    }
  });

  test('an aunt on the staff opens neither his page nor the record that he shares', async () => {
    await threeThings();
    const ruth = await year.lead(RUTH);
    expect((await ruth.call('readPupilPage', { params: { id: year.pupil('Leo') } })).status).toBe(404);
    const shown = await ruth.must('readChronology', page());
    expect([shown.total, shown.entries.map(({ text }) => text)]).toEqual([
      2,
      ['A bruise on her left forearm.', 'Her shoes were wet through.'],
    ]);
    expect((await ruth.must('readPupilPage', page())).siblings.map(({ name }) => name)).toEqual([
      'Yusuf Khan',
    ]);
  });

  test('a teacher without "View Pupils" has no such page, and a lead has none before elevating', async () => {
    const nadia = await year.lead(NADIA);
    await nadia.must('endElevation');
    expect((await nadia.call('readChronology', page())).problem.code).toBe('elevation-needed');
    await year.house.ground.database.write((trx) => trx('permissions').update({ view_pupils: 0 }));
    const tom = await year.lead(TOM);
    expect((await tom.call('readPupilPage', page())).status).toBe(404);
  });
});

test('a name in a record is a way to the page for whoever may open it, and for nobody who was only alerted', async () => {
  const tom = await year.lead(TOM);
  const { staffId } = (await tom.must('readSession')).session!;
  const id = await year.record({
    of: ['Amira'],
    category: 'Physical injury',
    at: '2026-11-23T12:10:00.000Z',
    text: 'A bruise on her left forearm.',
    alert: { staff: [staffId], groups: [] },
  });
  const leads = async (who: Visitor) => {
    const { pupils } = await who.must('readConcern', { params: { id } });
    return [pupils[0]!.opens, (await who.call('readPupilPage', page())).status];
  };
  expect(await leads(tom)).toEqual([true, 200]);
  await year.house.ground.database.write((trx) => trx('permissions').update({ view_pupils: 0 }));
  expect(await leads(tom)).toEqual([false, 404]);
});

test('five hundred entries come page by page, and one that arrives meanwhile moves none of them', async () => {
  const { house } = year;
  const id = await year.record({
    of: ['Amira'],
    category: 'Behaviour',
    at: '2024-01-08T09:00:00.000Z',
    text: 'The first.',
  });
  const cells = cellsOf(house.ground.keys, house.schoolId, 'concern_actions');
  const day = Date.parse('2024-01-08T09:00:00.000Z');
  const rows = Array.from({ length: 499 }, (_, n) => {
    const actionId = uuidv7(day + n);
    return {
      school_id: house.schoolId,
      id: actionId,
      concern_id: id,
      kind: 'note' as const,
      staff_id: year.tablet.staffId,
      // Five in one moment: they keep one order all the same.
      at: new Date(day + Math.floor(n / 5) * 86_400_000).toISOString(),
      ...cells.seal(actionId, { text: `Note ${String(n)}` }),
    };
  });
  await house.ground.database.write((trx) => trx.batchInsert('concern_actions', rows, 50));
  const nadia = await year.lead(NADIA);
  const seen: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const answer: { entries: { id: string }[]; cursor: string | null } = await nadia.must('readChronology', {
      ...page(),
      query: cursor === null ? {} : { cursor },
    });
    seen.push(...answer.entries.map((entry) => entry.id));
    ({ cursor } = answer);
    pages += 1;
    if (pages === 2) await year.note(nadia, id, 'Meanwhile.');
  } while (cursor !== null);
  expect([pages, seen.length, new Set(seen).size]).toEqual([10, 500, 500]);
});
