import { plainText, type Block, type Span } from '../../../protocol/help-sheets';
import { types } from '../sheet/fonts';
import { COLUMNS, type Cell, type Flow } from '../sheet/flow';
import { runsOf } from './runs-of';

type Table = Extract<Block, { kind: 'table' }>;

/** Between columns, points. */
const GUTTER = 14;
/** However short its texts, a column has this share of the width at least; parts of 1. */
const LEAST = 0.2;

/** A table with its heads; columns with more to say are wider. @param from left edge, points */
export function writeTable(flow: Flow, table: Table, from: number): void {
  const places = placesOf(table, from);
  const cells = (row: readonly (readonly Span[])[], more: (at: number) => Partial<Cell>): Cell[] =>
    row.map((spans, at) => ({ text: runsOf(spans), ...places[at], ...more(at) }));
  flow.gap(3);
  // Its head and the first row stay together.
  flow.need(80);
  flow.open('Table');
  flow.row(
    'TH',
    cells(table.head, () => ({ type: types.meta, grey: true })),
  );
  flow.gap(3);
  for (const row of table.rows) {
    const all = cells(row, (at) => ({ head: at === 0 }));
    flow.need(Math.max(...all.map((cell) => flow.height(cell.text, cell))) + 8);
    flow.rule();
    flow.gap(4);
    flow.row('TD', all);
    flow.gap(4);
  }
  flow.rule();
  flow.close();
}

function placesOf({ head, rows }: Table, from: number): Pick<Cell, 'from' | 'to'>[] {
  const wide = COLUMNS.right - from;
  // Room by the square root: a long text goes on on the next line, a short word must not be cut.
  const wishes = head.map((cell, at) =>
    Math.sqrt(Math.max(...[cell, ...rows.map((row) => row[at] ?? [])].map((one) => plainText(one).length))),
  );
  const sum = wishes.reduce((all, one) => all + one, 0);
  const shares = wishes.map((one) => Math.max(LEAST, one / sum));
  const whole = shares.reduce((all, one) => all + one, 0);
  let x = from;
  return shares.map((share) => {
    const place = { from: x, to: x + (wide * share) / whole - GUTTER };
    x = place.to + GUTTER;
    return place;
  });
}
