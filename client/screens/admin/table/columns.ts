import { locale } from '../../../../protocol/words/language';

/** One column of a list in the administration. */
export interface Column<Row> {
  /** Names the column in the markup, e.g. `name` */
  readonly key: string;
  readonly title: string;
  /** What stands in the cell. */
  cell(row: Row): unknown;
  /** The cell in plain words: what a search looks through, and what is sorted by where `sort` says nothing else. */
  text(row: Row): string;
  /** What is sorted by instead of the words; a date as ISO 8601, a count as a number. */
  sort?(row: Row): string | number;
}

/** Which column orders a list, and which way. */
export interface Order {
  readonly key: string;
  readonly down: boolean;
}

const inOrder = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });

/** One spelling for searching: no capitals, no accents. */
const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The rows in which every word of `search` stands somewhere, in whatever column. */
export function matching<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  search: string,
): readonly Row[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.text(row)).join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** The rows in order; rows that are alike stay as they came. Without an order, as they came. */
export function ordered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!column) return rows;
  const value = (row: Row) => column.sort?.(row) ?? column.text(row);
  const way = order?.down ? -1 : 1;
  return rows.toSorted((a, b) => way * compare(value(a), value(b)));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return inOrder.compare(String(a), String(b));
}
