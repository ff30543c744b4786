import type { QuietHours } from '../../protocol/quiet-hours';
import { DAY, HOUR, MINUTE } from '../clock';
import { localTime, nextDay, startOfDay, weekdayOf } from './local-time';

/** Longer than a weekend between two nights; what is quiet for longer leaves no time for alerts at all. */
const LONGEST = 3 * DAY;

/**
 * The end of the quiet time at `at`, over all of these hours together, such as a school's and a person's: `at` itself
 * where none of them is quiet then. null: together they would never end.
 * @param at ms since 1970 @returns ms since 1970
 */
export function endOfQuiet(at: number, all: readonly QuietHours[], timeZone: string): number | null {
  let end = at;
  while (end - at <= LONGEST) {
    const next = Math.max(end, ...all.map((hours) => endOfOne(end, hours, timeZone)));
    if (next === end) return end;
    end = next;
  }
  return null;
}

function endOfOne(at: number, { from, to, weekends }: QuietHours, timeZone: string): number {
  const { day, time } = localTime(at, timeZone);
  const weekday = weekdayOf(day);
  if (weekends && (weekday === 0 || weekday === 6)) return startOfDay(nextDay(day), timeZone);
  const overMidnight = to < from;
  const quiet = overMidnight ? time >= from || time < to : from <= time && time < to;
  if (!quiet) return at;
  return momentOf(overMidnight && time >= from ? nextDay(day) : day, to, timeZone);
}

/**
 * When the clock on the school's wall shows a time of a day. Where that time is skipped in spring it is the moment at
 * which the clock goes on. @param day yyyy-mm-dd @param time hh:mm @returns ms since 1970
 */
export function momentOf(day: string, time: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const guess = startOfDay(day, timeZone) + hours * HOUR + minutes * MINUTE;
  // The clock may have been changed since midnight.
  const candidates = [guess - HOUR, guess, guess + HOUR];
  return candidates.find((one) => localTime(one, timeZone).time === time) ?? guess;
}
