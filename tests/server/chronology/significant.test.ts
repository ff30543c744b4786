import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { SECOND } from '../../../server/clock';
import { flat, readPdf } from '../papers/poppler';
import type { Visitor } from '../visitor';
import { AmirasYear, NADIA, TOM } from './amiras-year';

test('a lead marks what matters, and takes a mark off: the row, the filter, the history and the paper show it', async () => {
  const year = await AmirasYear.begin();
  const record = (at: string, text: string) =>
    year.record({ of: ['Amira'], category: 'Behaviour', at, text });
  const shoes = await record('2026-09-10T10:00:00.000Z', 'Her shoes were wet through.');
  const bruise = await record('2026-11-20T12:10:00.000Z', 'A bruise on her left forearm.');
  const nadia = await year.lead(NADIA);
  await year.note(nadia, bruise, 'Rang children’s services.');
  const read = (query: object = {}) => nadia.must('readChronology', { params: { id: year.amira }, query });
  const note = (await read()).entries.find(({ kind }) => kind === 'note')!;
  const mark = (
    who: Visitor,
    id: string,
    given: { entryId: string; significant: boolean; reason?: string },
  ) => {
    year.house.clock.skip(SECOND);
    const body = { actionId: uuidv7(year.house.clock.now()), reason: 'The first sign of it.', ...given };
    return who.call('markEntry', { params: { id }, body });
  };

  expect((await mark(nadia, bruise, { entryId: bruise, significant: true })).status).toBe(200);
  expect(
    (await mark(nadia, bruise, { entryId: note.id, significant: true, reason: 'They knew.' })).status,
  ).toBe(200);
  expect((await mark(nadia, bruise, { entryId: note.id, significant: true })).problem.code).toBe('conflict');
  const marked = await read();
  expect([marked.total, marked.marked]).toEqual([3, 2]);
  expect(marked.entries.map(({ significant }) => significant?.reason ?? null)).toEqual([
    'They knew.',
    'The first sign of it.',
    null,
  ]);
  expect(marked.entries[1]).toMatchObject({ mayMark: true, significant: { by: 'Nadia Shah' } });
  expect((await read({ significant: 'yes' })).found).toBe(2);
  const paper = await nadia.call('printChronology', { params: { id: year.amira } });
  expect(flat((await readPdf(paper.bytes)).pages)).toContain(
    'Significant: The first sign of it. (Nadia Shah)',
  );

  const off = await mark(nadia, bruise, {
    entryId: note.id,
    significant: false,
    reason: 'It was another child.',
  });
  expect(off.reply.history.slice(-3).map(({ kind, text, marked: what }) => [kind, text, what])).toEqual([
    ['marked', 'The first sign of it.', 'concern'],
    ['marked', 'They knew.', 'action'],
    ['unmarked', 'It was another child.', 'action'],
  ]);
  expect((await read({ significant: 'yes' })).entries.map(({ id }) => id)).toEqual([bruise]);
  const rows = await year.house.ground.database
    .read('audit')
    .where('what', 'like', 'concern.entry-%')
    .orderBy('seq');
  expect(rows.map(({ what, object }) => [what, object])).toEqual([
    ['concern.entry-marked', `concern:${bruise}`],
    ['concern.entry-marked', `concern:${bruise}`],
    ['concern.entry-unmarked', `concern:${bruise}`],
  ]);
  expect(JSON.stringify(rows.map(({ facts }) => facts))).not.toMatch(/sign|knew|child/);

  // Tom reads it, and decides nothing about it; an entry of another record is none of this one.
  const tom = await year.lead(TOM);
  const seen = await tom.must('readChronology', { params: { id: year.amira } });
  expect(seen.entries.map(({ mayMark }) => mayMark)).toEqual([false, false, false]);
  const absent = await mark(tom, uuidv7(1), { entryId: bruise, significant: false });
  for (const hidden of [
    await mark(tom, bruise, { entryId: bruise, significant: false }),
    await mark(nadia, bruise, { entryId: shoes, significant: true }),
  ])
    expect([hidden.status, hidden.problem]).toEqual([404, absent.problem]);
});
