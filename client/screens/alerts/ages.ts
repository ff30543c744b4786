import { dates } from '../../../protocol/words/language';
import { inbox as words } from '../../strings/inbox';
import { clockTime } from '../../strings/times';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer ago than this a weekday's name would be taken for the wrong week. */
const WEEK_DAYS = 7;

const weekday = dates({ weekday: 'long' });
const shortWeekday = dates({ weekday: 'short' });
const date = dates({ day: 'numeric', month: 'long' });
const dateAndYear = dates({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = dates({ day: 'numeric', month: 'short' });

/** How long something took or waits: "now", "14 min", "3 h", "2 days". @param ms a clock set back counts as none */
export function age(ms: number): string {
  if (ms < MINUTE) return words.now;
  if (ms < HOUR) return words.minutes(Math.floor(ms / MINUTE));
  return ms < DAY ? words.hours(Math.floor(ms / HOUR)) : words.days(Math.floor(ms / DAY));
}

/** The day as a heading: "Today", "Yesterday", "Friday", "3 November", "3 November 2025". Both in ms. */
export function dayHeading(at: number, now: number): string {
  const days = midnightsBetween(at, now);
  if (days <= 0) return words.today;
  if (days === 1) return words.yesterday;
  if (days < WEEK_DAYS) return weekday(at);
  return (sameYear(at, now) ? date : dateAndYear)(at);
}

/** A row's time: "08:52" today and yesterday, "Fri" within a week, then "3 Nov". Both in ms. */
export function rowTime(at: number, now: number): string {
  const days = midnightsBetween(at, now);
  if (days <= 1) return clockTime(at);
  return days < WEEK_DAYS ? shortWeekday(at) : shortDate(at);
}

/** A moment in a sentence: "Today 12:10", "Friday 12:10", "3 November 2025 12:10". Both in ms. */
export function moment(at: number, now: number): string {
  return `${dayHeading(at, now)} ${clockTime(at)}`;
}

/** The same in a narrow column: today the time alone. Both in ms. */
export function briefMoment(at: number, now: number): string {
  const days = midnightsBetween(at, now);
  if (days <= 0) return clockTime(at);
  return `${(days < WEEK_DAYS ? shortWeekday : shortDate)(at)} ${clockTime(at)}`;
}

function midnightsBetween(at: number, now: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / DAY);
}

function sameYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear();
}
