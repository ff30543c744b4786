import { Readable } from 'node:stream';
import type { Count } from '../../protocol/counts';
import type { countConcerns } from '../../protocol/counts';
import type { ReplyOf } from '../../protocol/endpoint';
import { countsTable as words } from '../../protocol/words/tables';
import { CSV_BEGIN, csvLine } from '../http/csv-line';

/** Counts as comma-separated values: a line for each, and no name of anybody. */
export function countsAsCsv({ all, tables }: ReplyOf<typeof countConcerns>): Readable {
  const lines = [
    csvLine(words.head),
    csvLine([words.all, '', said(all)]),
    ...tables.flatMap(({ of, rows }) =>
      rows === null
        ? [csvLine([words.titles[of], '', words.tooFew])]
        : rows.map(({ name, count }) => csvLine([words.titles[of], name ?? words.none[of], said(count)])),
    ),
  ];
  return Readable.from([CSV_BEGIN, ...lines]);
}

function said(count: Count): string {
  return count === 'few' ? words.few : String(count);
}
