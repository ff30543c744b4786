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

/** Where no school day comes for longer, this stands for one: what was left before a holiday does not lie all through it. */
const LONGEST_WAIT = 7 * DAY;

/**
 * When a whole school day has passed: on the next one, at the time of day at which it began to count. What begins to
 * count on a day without school counts from the morning of the next school day.
 * @param at ms since 1970 @returns ms since 1970; never more than a week later
 */
export function afterOneSchoolDay(at: number, terms: SchoolSettings['terms'], timeZone: string): number {
  const latest = at + LONGEST_WAIT;
  const { day } = localTime(at, timeZone);
  const schoolDays = Array.from({ length: 7 }, (_, ahead) => dayAfter(day, ahead + 1)).filter((one) =>
    isSchoolDay(one, terms),
  );
  const counts = isSchoolDay(day, terms);
  const ends = schoolDays[counts ? 0 : 1];
  if (ends === undefined) return latest;
  const timeOfDay = counts ? at - startOfDay(day, timeZone) : 0;
  return Math.min(latest, startOfDay(ends, timeZone) + timeOfDay);
}

/** Longer than any holiday. A school whose terms have all run out is taken to be open again on weekdays. */
const LOOK_AHEAD_DAYS = 100;

/** So many school days after a day. @param day yyyy-mm-dd, itself not counted */
export function schoolDayAfter(day: string, count: number, terms: SchoolSettings['terms']): string {
  const ahead = Array.from({ length: LOOK_AHEAD_DAYS }, (_, at) => dayAfter(day, at + 1));
  const open = ahead.filter((one) => isSchoolDay(one, terms));
  const weekdays = ahead.filter((one) => isSchoolDay(one, []));
  return open[count - 1] ?? weekdays[count - 1] ?? day;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
