import { DAY } from '../../clock';
import { localTime, nextDay } from '../../school/local-time';
import { momentOf } from '../../school/quiet-hours';
import { isSchoolDay } from '../../school/school-days';
import type { SchoolTimes } from '../../school/school-hours';

/** A weekend with a bank holiday, and the night before. Over longer holidays nothing is gathered. */
const LONGEST = 4 * DAY;

/**
 * When the daily summary that tells of an alert goes: at the school's time of the next school day. null: that is too
 * far off, as in holidays, and the alert is told at once.
 * @param at ms since 1970 @param dailyAt hh:mm @returns ms since 1970
 */
export function nextSummary(
  at: number,
  dailyAt: string,
  { terms, timeZone }: Pick<SchoolTimes, 'terms' | 'timeZone'>,
): number | null {
  let { day } = localTime(at, timeZone);
  for (;;) {
    const moment = momentOf(day, dailyAt, timeZone);
    if (moment - at > LONGEST) return null;
    if (moment > at && isSchoolDay(day, terms)) return moment;
    day = nextDay(day);
  }
}
