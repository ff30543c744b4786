import { expect, test } from 'vitest';
import { AmirasYear, NADIA, RUTH, TOM } from '../chronology/amiras-year';

const today = '2026-11-20T12:10:00.000Z';

test('a lead who watches Amira is told of what she may read about her, and of nothing else', async () => {
  const year = await AmirasYear.begin();
  const { database } = year.house.ground;
  const nadia = await year.lead(NADIA);
  const watch = (watching: boolean) =>
    nadia.call('watchPupil', { params: { id: year.amira }, body: { watching } });
  // Nobody but the watcher is to be told by a rule here.
  await database.write((trx) => trx('automatic_alerts').update({ switched_off_at: today }));
  const tell = async (of: string, category = 'Behaviour') => {
    const id = await year.record({ of: [of], category, at: today, text: 'Her shoes were wet through.' });
    const rows = await database.read('alerts').where({ concern_id: id }).select('staff_id', 'reasons');
    return rows.map(({ staff_id, reasons }) => [
      staff_id,
      (JSON.parse(reasons) as { code: string }[]).map(({ code }) => code),
    ]);
  };
  const { staffId } = (await nadia.must('readSession')).session!;
  const before = await tell('Amira');
  expect((await watch(true)).status).toBe(204);
  expect((await watch(true)).status).toBe(204);
  const codesOf = (rows: unknown[][]) => rows.find(([id]) => id === staffId)?.[1] ?? [];
  expect(codesOf(before)).not.toContain('watching');
  expect(codesOf(await tell('Amira'))).toContain('watching');
  expect(codesOf(await tell('Yusuf'))).not.toContain('watching');
  await watch(false);
  expect(codesOf(await tell('Amira'))).not.toContain('watching');
  await watch(true);
  // Her group reads no concern of this kind any more: watching gives her no way round.
  const category = year.category('Behaviour');
  await database.write((trx) =>
    trx('permissions').where({ category_id: category }).update({ view_concerns: 0 }),
  );
  await database.write((trx) =>
    trx('permissions').whereNot({ category_id: category }).where({ view_concerns: 1 }).delete(),
  );
  expect(codesOf(await tell('Amira'))).not.toContain('watching');
});

test('pupils are watched in categories: their lists show whom one may open, in categories in which one sees pupils', async () => {
  const year = await AmirasYear.begin();
  const nadia = await year.lead(NADIA);
  const set = (first: string, names: readonly string[], seen: readonly string[] = [], who = nadia) =>
    who.call('watchCategories', {
      params: { id: year.pupil(first) },
      body: {
        categories: names.map((name) => year.category(name)),
        seen: seen.map((name) => year.category(name)),
      },
    });
  expect((await set('Amira', ['Behaviour', 'Physical injury'])).status).toBe(204);
  expect((await set('Leo', ['Behaviour'])).status).toBe(204);
  await nadia.must('watchPupil', { params: { id: year.pupil('Leo') }, body: { watching: true } });
  const tom = await year.lead(TOM);
  expect((await set('Amira', [], [], tom)).status).toBe(404);
  const lists = async (who: typeof nadia) => {
    const { own, categories } = await who.must('listWatched');
    return [
      own.map(({ name }) => name),
      categories.map(({ name, pupils }) => [name, ...pupils.map((one) => one.name)]),
    ];
  };
  expect(await lists(nadia)).toEqual([
    ['Leo O’Brien'],
    [
      ['Physical injury', 'Amira Khan'],
      ['Behaviour', 'Amira Khan', 'Leo O’Brien'],
    ],
  ]);
  // Tom sees pupils in behaviour, and 4B alone; Ruth is Leo's aunt.
  expect(await lists(tom)).toEqual([[], [['Behaviour', 'Amira Khan']]]);
  expect(JSON.stringify(await lists(await year.lead(RUTH)))).not.toContain('Leo');
  expect((await set('Amira', ['Behaviour'], ['Behaviour', 'Physical injury'])).status).toBe(204);
  expect(
    (await nadia.must('readPupilPage', { params: { id: year.amira } })).watchedIn.map(({ name }) => name),
  ).toEqual(['Behaviour']);
});
