import type { ChronologyEntry } from '../../../protocol/chronology';
import { chronologyWords as words } from '../../../protocol/words/chronology';
import { weeksBetween } from '../../chronology/choose-entries';
import type { Press } from '../press';
import { types } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import { beside } from '../sheet/terms';
import { paperWords } from '../words';
import { contents, yearsOf } from './contents';
import { entryText } from './entry-text';
import { frontSheet, type FrontSheet } from './front-sheet';
import type { Gathered } from './gather';

/** Front sheet, contents, then every entry, year by year, with silences between; as the screen shows them. */
export async function writeChronology(
  flow: Flow,
  printing: FrontSheet,
  entries: AsyncIterable<ChronologyEntry>,
): Promise<void> {
  const { gathered, press, filter } = printing;
  flow.bookmark(paperWords.chronology.title);
  await frontSheet(flow, printing);
  await contents(flow, gathered);
  flow.turn();
  const newestFirst = gathered.query.order === 'newest';
  const filtered = filter.length > 0;
  const now = quietNow(gathered, press, filtered);
  const said = filtered ? words.quietFiltered : words.quiet;
  const counts = new Map(yearsOf(gathered).map(({ year, count }) => [year, count]));
  if (newestFirst && now !== '') await loneSilence(flow, now);
  let year: number | null = null;
  for await (const entry of entries) {
    if (entry.year !== year) {
      if (year !== null) endYear(flow);
      beginYear(flow, entry.year, counts.get(entry.year) ?? 0);
      year = entry.year;
    }
    const quiet = entry.quietWeeks === null ? '' : said(entry.quietWeeks);
    // The silence before an entry stands where the eye meets it: below it when the newest come first.
    if (quiet !== '' && !newestFirst) await silence(flow, quiet);
    flow.gap(7);
    await entryText(flow, entry, press.moments);
    flow.gap(5);
    if (quiet !== '' && newestFirst) await silence(flow, quiet);
    await flow.ground.breathe();
  }
  if (year === null) await flow.text('P', paperWords.chronology.noEntries, { from: COLUMNS.left });
  else endYear(flow);
  if (!newestFirst && now !== '') await loneSilence(flow, now);
}

function beginYear(flow: Flow, year: number, count: number): void {
  flow.open('Sect');
  flow.gap(16);
  flow.need(110);
  flow.mark(String(year));
  flow.bookmark(String(year));
  flow.heading('H2', paperWords.chronology.year(year, words.ofYear(count)), { after: 70 });
  flow.rule(true);
  flow.gap(2);
  flow.open('L');
}

function endYear(flow: Flow): void {
  flow.close();
  flow.close();
}

/** Whole weeks since the newest entry, where they are many. */
function quietNow({ chosen, query }: Gathered, { at }: Press, filtered: boolean): string {
  const newest = query.order === 'newest' ? chosen.at(0) : chosen.at(-1);
  const weeks = newest ? weeksBetween(newest.entry.at, at) : null;
  if (weeks === null) return '';
  return (filtered ? words.quietNowFiltered : words.quietNow)(weeks);
}

async function silence(flow: Flow, said: string): Promise<void> {
  flow.gap(6);
  await beside(flow, [], () => flow.text('P', `— ${said} —`, { type: types.meta, grey: true }), 15);
  flow.gap(4);
}

async function loneSilence(flow: Flow, said: string): Promise<void> {
  flow.open('L');
  await silence(flow, said);
  flow.close();
}
