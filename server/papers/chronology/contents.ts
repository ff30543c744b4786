import { chronologyWords as words } from '../../../protocol/words/chronology';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { paperWords } from '../words';
import type { Gathered } from './gather';

const { chronology: own } = paperWords;

/** The years that a chronology holds, in its order, each with the number of its entries. */
export function yearsOf({ chosen }: Gathered): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { year } of chosen) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count }));
}

/** Which year begins on which page. */
export async function contents(flow: Flow, gathered: Gathered): Promise<void> {
  const years = yearsOf(gathered);
  if (years.length === 0) return;
  flow.gap(16);
  flow.heading('H2', own.contents);
  flow.gap(2);
  flow.open('TOC');
  for (const { year, count } of years) {
    const said = own.year(year, words.ofYear(count));
    const page = own.page(flow.pageOf(String(year)));
    await flow.text('TOCI', `${said}, ${page}`, { from: COLUMNS.left, type: types.text });
  }
  flow.close();
}
