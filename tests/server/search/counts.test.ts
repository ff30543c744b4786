import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cautious, showable } from '../../../server/search/cautious';
import { JO, NADIA, RUTH, SearchStory } from './search-story';

test('a lead counts what she may read, small numbers and names are not said, and the file holds no formula', async () => {
  const story = await SearchStory.begin();
  const write = async (times: number, given: Parameters<SearchStory['records']>[0]) => {
    for (let done = 0; done < times; done += 1) await story.records(given);
  };
  await write(7, { about: ['Amira'], text: 'Quiet.', category: 'Bullying', at: '2026-10-05T10:00:00.000Z' });
  await write(2, { about: ['Zoë'], text: 'Hungry.', category: 'Bullying', at: '2026-10-06T10:00:00.000Z' });
  await write(6, {
    about: ['Leo'],
    text: 'Alone.',
    category: 'Physical injury',
    at: '2026-11-02T10:00:00.000Z',
  });
  const nadia = await story.elevated(NADIA);
  const counts = await nadia.must('countConcerns');
  expect(counts.all).toBe(15);
  const rows = (of: string) => counts.tables.find((table) => table.of === of)?.rows;
  expect(rows('standing')).toEqual([
    { name: 'open', count: 15 },
    { name: 'closed', count: 0 },
  ]);
  expect(rows('month')).toEqual([
    { name: '2026-10', count: 10 },
    { name: '2026-11', count: 5 },
  ]);
  expect(rows('category')).toEqual([
    { name: 'Bullying', count: 10 },
    { name: 'Physical injury', count: 5 },
  ]);
  expect(rows('class')).toEqual([
    { name: '4B', count: 10 },
    { name: '6A', count: 5 },
  ]);
  const few = await nadia.must('countConcerns', { query: { from: '2026-10-06', to: '2026-10-06' } });
  expect(few.all).toBe('few');
  // Whoever is close to Zoë counts without her: 7 in October and 6 in November.
  await story.house.ground.database.write((trx) =>
    trx('duty_list').insert({
      school_id: story.house.schoolId,
      role: 'deputy',
      position: 9,
      staff_id: story.ids.staff('Ruth Grey'),
    }),
  );
  const ruth = await story.elevated(RUTH);
  const hers = await ruth.must('countConcerns');
  expect(hers.tables.find(({ of }) => of === 'month')?.rows).toMatchObject([{ count: 5 }, { count: 5 }]);
  const { bytes, headers } = await nadia.call('exportCounts');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const file = new TextDecoder().decode(bytes);
  expect(file).toContain('Class,4B,10\r\n');
  expect(file).not.toMatch(/Khan|Amira|Price|Shah|quiet/i);
  expect(file.split('\r\n').some((line) => /^[=+\-@]/.test(line))).toBe(false);
  const teacher = await story.elevated(JO);
  expect((await teacher.call('countConcerns')).status).toBe(404);
  const noted = await story.house.ground.database
    .read('audit')
    .where('what', 'like', 'counts.%')
    .orderBy('seq')
    .pluck('what');
  expect(noted).toEqual(['counts.shown', 'counts.shown', 'counts.shown', 'counts.exported']);
});

test('no number below five follows from the others, whatever a school’s numbers are', () => {
  // Rows of months, and how many of each are closed: two tables in which each concern stands once.
  const months = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(months, fc.nat({ max: 48 }), (rows, closed) => {
      const all = rows.reduce((sum, row) => sum + row, 0);
      const tables = [rows, [all - Math.min(closed, all), Math.min(closed, all)]];
      const shown = showable(
        all,
        tables.map((table) => ({ whole: true, rows: table })),
      );
      for (const [at, table] of tables.entries()) {
        if (!shown[at]) continue;
        const others = tables.filter((_, place) => place !== at && shown[place]);
        for (const [row, count] of table.entries())
          if (cautious(count) === 'few') expect(possible(all, table, row, others).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 500 },
  );
});

/** By trying every number: what one hidden row can be, given everything that is shown. */
function possible(
  all: number,
  table: readonly number[],
  row: number,
  others: readonly (readonly number[])[],
): Set<number> {
  const wholes = others
    .map((other) => sumsOf(other))
    .reduce(
      (left, sums) => new Set([...left].filter((sum) => sums.has(sum))),
      new Set(
        Array.from({ length: 60 }, (_, whole) => whole).filter((whole) => cautious(whole) === cautious(all)),
      ),
    );
  const rest = sumsOf(table.filter((_, at) => at !== row));
  return new Set([1, 2, 3, 4].filter((one) => [...rest].some((sum) => wholes.has(sum + one))));
}

/** What rows can come to that are shown like these. */
function sumsOf(rows: readonly number[]): Set<number> {
  return rows.reduce(
    (sums, row) => {
      const alike = Array.from({ length: 60 }, (_, count) => count).filter(
        (count) => cautious(count) === cautious(row),
      );
      return new Set([...sums].flatMap((sum) => alike.map((count) => sum + count)));
    },
    new Set([0]),
  );
}
