import type { ChronologyQuery } from '../../protocol/chronology';
import { DAY } from '../clock';
import { fitsLevel } from '../records/fits-level';
import { localTime, nextDay, startOfDay } from '../school/local-time';
import { placeOf, type KnownEntry } from './known-entries';

export type ChronologyFilter = Pick<
  ChronologyQuery,
  'kind' | 'category' | 'person' | 'level' | 'significant' | 'from' | 'to'
>;

/** An entry that fits, with where it stands among the others that do. */
export interface ChosenEntry {
  readonly entry: KnownEntry;
  /** Of the school's calendar. */
  readonly year: number;
  /** Whole weeks since the entry before it in time, where they are many; null otherwise. */
  readonly quietWeeks: number | null;
}

/** From this many weeks on without an entry, a chronology says so. */
const MANY_WEEKS = 4;

/** The entries that fit a filter, oldest first. @param entries oldest first */
export function chooseEntries(
  entries: readonly KnownEntry[],
  filter: ChronologyFilter,
  timeZone: string,
): ChosenEntry[] {
  const fits = fitting(filter, timeZone);
  let before: KnownEntry | null = null;
  return entries.filter(fits).map((entry) => {
    const quietWeeks = before && weeksBetween(before.at, entry.at);
    before = entry;
    return { entry, year: yearOf(entry.at, timeZone), quietWeeks };
  });
}

/** Whole weeks between two times where they are many, else null. */
export function weeksBetween(from: string, to: string): number | null {
  const weeks = Math.floor((Date.parse(to) - Date.parse(from)) / (7 * DAY));
  return weeks >= MANY_WEEKS ? weeks : null;
}

/** One page of what was chosen. @param cursor where the page before ended */
export function pageOf(
  chosen: readonly ChosenEntry[],
  { order, cursor, most }: { order: 'newest' | 'oldest'; cursor?: string | undefined; most: number },
): { page: readonly ChosenEntry[]; cursor: string | null } {
  const ordered = order === 'newest' ? chosen.toReversed() : chosen;
  const isBehind = (place: string, last: string) => (order === 'newest' ? place < last : place > last);
  const rest =
    cursor === undefined ? ordered : ordered.filter(({ entry }) => isBehind(placeOf(entry), cursor));
  const page = rest.slice(0, most);
  const end = page.at(-1);
  return { page, cursor: end && rest.length > most ? placeOf(end.entry) : null };
}

function fitting(filter: ChronologyFilter, timeZone: string): (entry: KnownEntry) => boolean {
  const kinds = filter.kind?.split(',');
  const stamp = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
  const from = filter.from === undefined ? '' : stamp(filter.from);
  const end = filter.to === undefined ? null : stamp(nextDay(filter.to));
  return ({ kind, at, by, concern, mark }): boolean =>
    (kinds === undefined || kinds.includes(kind)) &&
    (filter.category === undefined ||
      (concern?.facts.categories ?? []).some(({ id }) => id === filter.category)) &&
    (concern === null ? filter.level === undefined : fitsLevel(concern.row.level, filter.level)) &&
    (filter.person === undefined || by === filter.person) &&
    (filter.significant === undefined || mark !== null) &&
    at >= from &&
    (end === null || at < end);
}

function yearOf(at: string, timeZone: string): number {
  return Number(localTime(Date.parse(at), timeZone).day.slice(0, 4));
}
