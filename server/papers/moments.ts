import { dates } from '../../protocol/words/language';

/** Days and times as paper says them: by the school's clock, and whole, since paper does not know what today is. */
export interface Moments {
  /** "Monday 23 November 2026" @param at ISO 8601 */
  day(at: string): string;
  /** "23 Nov 2026" */
  shortDay(at: string): string;
  /** "12:10" */
  time(at: string): string;
  /** "Monday 23 November 2026, 12:10" */
  moment(at: string): string;
  /** "23 Nov 2026, 12:10" */
  shortMoment(at: string): string;
}

/** @param timeZone of the school */
export function momentsOf(timeZone: string): Moments {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = dates({ ...options, timeZone });
    return (at: string) => made(Date.parse(at));
  };
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  return {
    day,
    shortDay,
    time,
    moment: (at) => `${day(at)}, ${time(at)}`,
    shortMoment: (at) => `${shortDay(at)}, ${time(at)}`,
  };
}

/** "14 March 2018". @param day yyyy-mm-dd of no time zone */
export const dayWords = (day: string): string =>
  momentsOf('UTC').day(`${day}T12:00:00Z`).replace(/^\w+ /, '');
