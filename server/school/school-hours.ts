import type { SchoolSettings } from '../../protocol/settings';
import { DAY, MINUTE } from '../clock';
import { localTime, nextDay, startOfDay } from './local-time';
import { isSchoolDay } from './school-days';

/** When a school is open. */
export interface SchoolTimes extends Pick<SchoolSettings, 'hours' | 'terms'> {
  readonly timeZone: string;
}

/** Longer than any holiday. A school whose terms have all run out is taken to be open again on weekdays. */
const LOOK_AHEAD_DAYS = 100;

/**
 * The first moment from `at` on at which the school is open: `at` itself in its hours, else when it next begins.
 * @param at ms since 1970 @returns ms since 1970
 */
export function nextOpenMoment(at: number, { hours, terms, timeZone }: SchoolTimes): number {
  const { day, time } = localTime(at, timeZone);
  const known = termsAhead(day, terms);
  const open = (asked: string) => isSchoolDay(asked, known);
  if (open(day) && hours.dayStarts <= time && time < hours.dayEnds) return at;
  let next = open(day) && time < hours.dayStarts ? day : nextDay(day);
  while (!open(next)) next = nextDay(next);
  return startOfDay(next, timeZone) + minutesOf(hours.dayStarts) * MINUTE;
}

/** Terms that nobody has entered yet must not keep a concern waiting for ever. */
function termsAhead(from: string, terms: SchoolSettings['terms']): SchoolSettings['terms'] {
  const last = new Date(Date.parse(`${from}T00:00:00Z`) + LOOK_AHEAD_DAYS * DAY).toISOString().slice(0, 10);
  return terms.some((term) => term.to >= from && term.from <= last) ? terms : [];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
