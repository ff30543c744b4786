import type { WhenAnswer } from '../../components/heed-when-field';
import type { ConcernBody } from '../../../protocol/concern-body';
import { instant } from '../../../protocol/identifiers';

type Moment = NonNullable<ConcernBody['when']['moment']>;

/** Minutes after midnight: when a school moment may begin anywhere, and what stands for it in the order of events. */
const MOMENTS: Record<Moment, { begins: number; stands: number }> = {
  'before-school': { begins: 0, stands: 8 * 60 + 30 },
  break: { begins: 9 * 60, stands: 10 * 60 + 30 },
  lunch: { begins: 11 * 60, stands: 12 * 60 + 30 },
  afternoon: { begins: 12 * 60, stands: 14 * 60 },
  'after-school': { begins: 14 * 60, stands: 15 * 60 + 45 },
};
/** A day without a time stands at noon, "about". */
const NOON = 12 * 60;
/** A draft left for longer no longer happened "just now". */
const STILL_NOW_MS = 30 * 60_000;
const MINUTE_MS = 60_000;

/** What is wrong with the answer to "When?". */
export type WhenFault = 'earlier' | 'date' | 'future';

/**
 * What is missing or impossible. The future is refused here, against the device's clock, and nowhere else: the
 * school keeps both times (product.md, section 3).
 * @param now device clock, ms
 */
export function whenFault(answer: WhenAnswer, now: number): WhenFault | null {
  if (answer.kind === 'just-now') return null;
  if (answer.kind === 'earlier-today') {
    if (answer.time !== '') return atToday(answer.time, now) > now ? 'future' : null;
    const moment = momentOf(answer);
    if (!moment) return 'earlier';
    return dayStart(now) + MOMENTS[moment].begins * MINUTE_MS > now ? 'future' : null;
  }
  if (answer.date === '') return 'date';
  if (answer.date > dateOf(now)) return 'future';
  return answer.time !== '' && onDate(answer.date, minutesOf(answer.time)) > now ? 'future' : null;
}

/**
 * The answer as the envelope carries it.
 * @param startedAt device clock, ms: "just now" is when the writing began
 * @param now device clock, ms; nothing stands later than it
 */
export function buildWhen(answer: WhenAnswer, startedAt: number, now: number): ConcernBody['when'] {
  const at = (ms: number) => instant(Math.min(ms, now));
  if (answer.kind === 'just-now') return { kind: 'just-now', at: at(startedAt), about: false };
  if (answer.kind === 'another-day') {
    const minutes = answer.time === '' ? NOON : minutesOf(answer.time);
    const about = answer.about || answer.time === '';
    return { kind: 'another-day', at: at(onDate(answer.date, minutes)), about };
  }
  const moment = momentOf(answer);
  if (!moment) return { kind: 'earlier-today', at: at(atToday(answer.time, now)), about: answer.about };
  const stands = onDate(dateOf(now), MOMENTS[moment].stands);
  return { kind: 'earlier-today', at: at(stands), about: true, moment };
}

/**
 * The answer of a draft that was left for a while, said so that it stays true: what was "just now" half an hour ago
 * is a time of today, and what was today yesterday is another day.
 */
export function settleWhen(answer: WhenAnswer, startedAt: number, now: number): WhenAnswer {
  if (startedAt === 0 || answer.kind === 'another-day') return answer;
  const sameDay = dateOf(startedAt) === dateOf(now);
  if (answer.kind === 'just-now') {
    if (now - startedAt < STILL_NOW_MS && sameDay) return answer;
    return at(sameDay ? 'earlier-today' : 'another-day', startedAt, timeOf(startedAt), answer.about);
  }
  if (sameDay) return answer;
  const moment = momentOf(answer);
  const time = moment ? timeOf(onDate(dateOf(startedAt), MOMENTS[moment].stands)) : answer.time;
  return at('another-day', startedAt, time, answer.about || moment !== null);
}

/** "YYYY-MM-DD" in this place. */
export function dateOf(ms: number): string {
  const date = new Date(ms);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** "HH:MM" in this place. */
export function timeOf(ms: number): string {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function at(kind: WhenAnswer['kind'], startedAt: number, time: string, about: boolean): WhenAnswer {
  return { kind, moment: '', time, date: kind === 'another-day' ? dateOf(startedAt) : '', about };
}

function momentOf(answer: WhenAnswer): Moment | null {
  return answer.moment in MOMENTS ? (answer.moment as Moment) : null;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function dayStart(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

function atToday(time: string, now: number): number {
  return onDate(dateOf(now), minutesOf(time));
}

// By the calendar and not by adding milliseconds: a day in March has 23 hours.
function onDate(date: string, minutes: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, Math.floor(minutes / 60), minutes % 60).getTime();
}
