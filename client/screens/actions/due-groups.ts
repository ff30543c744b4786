import type { DueAction } from '../../../protocol/due-actions';
import { dates } from '../../../protocol/words/language';
import { due as words } from '../../strings/due';

const DAY = 24 * 60 * 60_000;
const GROUPS = ['late', 'today', 'week', 'later', 'others'] as const;
export type DueGroup = (typeof GROUPS)[number];

// A day of the school's wall has no time and no zone.
const weekday = dates({ weekday: 'long', timeZone: 'UTC' });
const short = dates({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const dayAlone = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortOfYear = dates({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** What is due in the order of the screen; only groups that hold something. @param today yyyy-mm-dd on the school's wall */
export function groupDue(
  rows: readonly DueAction[],
  today: string,
): { group: DueGroup; rows: readonly DueAction[] }[] {
  return GROUPS.map((group) => ({ group, rows: rows.filter((row) => groupOf(row, today) === group) })).filter(
    (one) => one.rows.length > 0,
  );
}

function groupOf({ mine, day }: DueAction, today: string): DueGroup {
  if (!mine) return 'others';
  if (day < today) return 'late';
  if (day === today) return 'today';
  return day <= sundayOf(today) ? 'week' : 'later';
}

/** How many of one's own are late or due today: the number in the navigation. */
export function countPressing(rows: readonly DueAction[], today: string): number {
  return rows.filter(({ mine, day }) => mine && day <= today).length;
}

/** When something is due, in words, and its date where the words do not say it. */
export interface DayWords {
  readonly when: string;
  readonly date: string;
  readonly late: boolean;
}

/** "3 days late" (Fri 20 Nov), "Today", "Tomorrow" (Tue 24 Nov), "Friday" (27 Nov), "Mon 7 Dec". Both yyyy-mm-dd. */
export function dayWords(day: string, today: string): DayWords {
  const at = dayAt(day);
  const days = Math.round((at - dayAt(today)) / DAY);
  const date = day.slice(0, 4) === today.slice(0, 4) ? short(at) : shortOfYear(at);
  if (days < 0) return { when: words.lateBy(-days), date, late: true };
  if (days === 0) return { when: words.today, date, late: false };
  if (days === 1) return { when: words.tomorrow, date, late: false };
  if (days < 7) return { when: weekday(at), date: dayAlone(at), late: false };
  return { when: date, date: '', late: false };
}

/** The last day of the week that a day is in; a school's week begins on Monday. */
function sundayOf(day: string): string {
  const at = dayAt(day);
  const left = (7 - new Date(at).getUTCDay()) % 7;
  return new Date(at + left * DAY).toISOString().slice(0, 10);
}

function dayAt(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
