import { DAY, MINUTE } from '../clock';
import { localTime, nextDay, startOfDay, weekdayOf } from './local-time';
import type { School } from './school';

/** When a school is open, as its sheet says. */
export interface SchoolHours {
  readonly timeZone: string;
  /** hh:mm on the school's wall */
  readonly starts: string;
  readonly ends: string;
  /** First and last days of the terms, yyyy-mm-dd; none: every weekday is a school day. */
  readonly terms: readonly { readonly from: string; readonly to: string }[];
}

/** Where the school's sheet leaves a time out (set-up-spreadsheet.md, School). */
const DEFAULT = { starts: '08:30', ends: '15:30' };
/** Longer than any holiday. A school whose terms have all run out is taken to be open again on weekdays. */
const LOOK_AHEAD_DAYS = 100;

/** The hours of a school, with the usual ones where it has said none. */
export function schoolHoursOf({ timeZone, details }: School): SchoolHours {
  return {
    timeZone,
    starts: details.dayStarts ?? DEFAULT.starts,
    ends: details.dayEnds ?? DEFAULT.ends,
    terms: details.termDates,
  };
}

/** Whether the school is open that day: a weekday of one of its terms. @param day yyyy-mm-dd */
export function isSchoolDay(day: string, { terms }: SchoolHours): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  return terms.length === 0 || terms.some(({ from, to }) => from <= day && day <= to);
}

/**
 * The first moment from `at` on at which the school is open: `at` itself in its hours, else when it next begins.
 * @param at ms since 1970 @returns ms since 1970
 */
export function nextOpenMoment(at: number, hours: SchoolHours): number {
  const { day, time } = localTime(at, hours.timeZone);
  const open = openDays(day, hours);
  if (open(day) && hours.starts <= time && time < hours.ends) return at;
  let next = open(day) && time < hours.starts ? day : nextDay(day);
  while (!open(next)) next = nextDay(next);
  return startOfDay(next, hours.timeZone) + minutesOf(hours.starts) * MINUTE;
}

/** Terms that nobody has entered yet must not keep a concern waiting for ever. */
function openDays(from: string, hours: SchoolHours): (day: string) => boolean {
  const last = new Date(Date.parse(`${from}T00:00:00Z`) + LOOK_AHEAD_DAYS * DAY).toISOString().slice(0, 10);
  const anyTerm = hours.terms.some((term) => term.to >= from && term.from <= last);
  const asked = anyTerm ? hours : { ...hours, terms: [] };
  return (day) => isSchoolDay(day, asked);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
