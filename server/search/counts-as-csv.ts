import { Readable } from 'node:stream';
import type { Count } from '../../protocol/counts';
import type { countConcerns } from '../../protocol/counts';
import type { ReplyOf } from '../../protocol/endpoint';
import { CSV_BEGIN, csvLine } from '../http/csv-line';

const titles = { standing: 'Open or closed', month: 'Month', category: 'Category', class: 'Class' } as const;
const none = { standing: '', month: '', category: 'No category', class: 'No pupil of the roll' } as const;

/** Counts as comma-separated values: a line for each, and no name of anybody. */
export function countsAsCsv({ all, tables }: ReplyOf<typeof countConcerns>): Readable {
  const lines = [
    csvLine(['By', 'What', 'Concerns (5 and more: to the nearest 5)']),
    csvLine(['All', '', said(all)]),
    ...tables.flatMap(({ of, rows }) =>
      rows === null
        ? [csvLine([titles[of], '', 'too few to show'])]
        : rows.map(({ name, count }) => csvLine([titles[of], name ?? none[of], said(count)])),
    ),
  ];
  return Readable.from([CSV_BEGIN, ...lines]);
}

function said(count: Count): string {
  return count === 'few' ? 'under 5' : String(count);
}
