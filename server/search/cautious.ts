import { FEW, type Count } from '../../protocol/counts';

/** What a count may truly be, as whoever reads it can tell. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** One table as it was counted. @param whole each concern stands in exactly one row, not in one or more */
export interface Counted {
  readonly whole: boolean;
  readonly rows: readonly number[];
}

/** None is said, fewer than five never, the rest to the nearest five: 7 is 5, 8 is 10. */
export function cautious(count: number): Count {
  if (count === 0) return 0;
  return count < FEW ? 'few' : Math.round(count / FEW) * FEW;
}

function rangeOf(count: Count): Range {
  if (count === 'few') return { least: 1, most: FEW - 1 };
  if (count === 0) return { least: 0, most: 0 };
  return { least: Math.max(FEW, count - 2), most: count + 2 };
}

/**
 * Which tables may be shown so that no number below five follows from the others: from what all of them come to, and
 * from what every other table says of that. A table in which one does is left out, and the rest are looked at again.
 * @param all how many there are
 */
export function showable(all: number, tables: readonly Counted[]): boolean[] {
  const shown = tables.map(() => true);
  for (;;) {
    const told = wholeRange(
      all,
      tables.filter((_, at) => shown[at]),
    );
    const at = tables.findIndex((table, place) => shown[place] && isPinned(table, told));
    if (at === -1) return shown;
    shown[at] = false;
  }
}

/** What all of them may be: by the number that is said of them, and by the sums of tables in which each stands once. */
function wholeRange(all: number, tables: readonly Counted[]): Range {
  const said = rangeOf(cautious(all));
  return tables.reduce((range, { whole, rows }) => {
    const sum = sumOf(rows.map((row) => rangeOf(cautious(row))));
    return {
      // One that stands in several rows is counted in each: only the most says something of all.
      least: whole ? Math.max(range.least, sum.least) : range.least,
      most: Math.min(range.most, sum.most),
    };
  }, said);
}

function sumOf(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), {
    least: 0,
    most: 0,
  });
}

/** A hidden number that can be only one. */
function isPinned({ whole, rows }: Counted, all: Range): boolean {
  const ranges = rows.map((row) => rangeOf(cautious(row)));
  const sum = sumOf(ranges);
  return rows.some((row, at) => {
    const range = ranges[at];
    if (!range || cautious(row) !== 'few') return false;
    const least = Math.max(range.least, all.least - (sum.most - range.most));
    const most = whole ? Math.min(range.most, all.most - (sum.least - range.least)) : range.most;
    return least >= most;
  });
}
