import { dates } from '../../protocol/words/language';
import { nearDays } from './near-days';

const clock = dates({ hour: '2-digit', minute: '2-digit' });
const day = dates({ weekday: 'short', day: 'numeric', month: 'short' });
const dayWhole = dates({ weekday: 'long', day: 'numeric', month: 'long' });
const dayAlone = dates({ day: 'numeric', month: 'short' });
const dayAndYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });

/** "12:43", by the device's clock. @param at ms */
export function clockTime(at: number): string {
  return clock(at);
}

/** "today, 12:43" · "yesterday, 14:10" · "Fri 20 Nov, 11:30" · "20 Nov 2024, 11:30". @param at, now ms */
export function dayAndTime(at: number, now: number): string {
  const time = clockTime(at);
  const days = daysBetween(at, now);
  if (days === 0) return nearDays.today(time);
  if (days === 1) return nearDays.yesterday(time);
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date = thisYear ? day(at) : dayAndYear(at);
  return `${date}, ${time}`;
}

/** "2 Nov" · "2 Nov 2024" in another year. @param at, now ms */
export function shortDay(at: number, now: number): string {
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (thisYear ? dayAlone : dayAndYear)(at);
}

/** "Tuesday 1 December": for paper, which does not know what today is. @param at ms */
export function longDay(at: number): string {
  return dayWhole(at);
}

/** "20 Nov 2024, 11:30": for what is read long after. @param at ms */
export function wholeMoment(at: number): string {
  return `${dayAndYear(at)}, ${clockTime(at)}`;
}

/** Midnights between two times; a day of 23 or 25 hours is one. */
function daysBetween(at: number, now: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
