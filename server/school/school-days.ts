import type { SchoolSettings } from '../../protocol/settings';
import { DAY } from '../clock';
import { localTime, startOfDay, weekdayOf } from './local-time';

/** A weekday within a term; where the school gave no terms, any weekday. @param day yyyy-mm-dd */
export function isSchoolDay(day: string, terms: SchoolSettings['terms']): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  return terms.length === 0 || terms.some(({ from, to }) => from <= day && day <= to);
}

/** Further back than any holiday. */
const LOOK_BACK_DAYS = 70;

/**
 * Since when a tablet must have been heard of not to be missed: the morning of the last school day whose lunch is over.
 * Null on days without school.
 * @param now ms since 1970 @returns ms since 1970
 */
export function missedSince(
  now: number,
  { hours, terms }: Pick<SchoolSettings, 'hours' | 'terms'>,
  timeZone: string,
): number | null {
  const { day, time } = localTime(now, timeZone);
  if (!isSchoolDay(day, terms)) return null;
  if (time >= hours.lunchEnds) return startOfDay(day, timeZone);
  for (let back = 1; back <= LOOK_BACK_DAYS; back += 1) {
    const earlier = new Date(Date.parse(`${day}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10);
    if (isSchoolDay(earlier, terms)) return startOfDay(earlier, timeZone);
  }
  return null;
}
