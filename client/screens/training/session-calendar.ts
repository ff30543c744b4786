import type { Training } from '../../../protocol/training';
import { calendarOf, escaped, utc } from '../actions/calendar-file';

/**
 * A live session as a file for a calendar (RFC 5545, decision 0016), with the times in UTC. What it says was written for
 * all staff: no child and no colleague is in it. The joining link stands in it, as whoever made it wishes.
 * @param madeAt school's clock, ms
 */
export function sessionCalendar(session: Training, origin: string, madeAt: number): string {
  return calendarOf('Training', [
    'BEGIN:VEVENT',
    // The same each time, so that a session that was moved changes its entry and adds none.
    `UID:${session.id}@${new URL(origin).hostname}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(Date.parse(session.starts))}`,
    `DTEND:${utc(Date.parse(session.ends))}`,
    `SUMMARY:${escaped(session.title)}`,
    `LOCATION:${escaped(session.url)}`,
    `URL:${origin}/training`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(session.title)}`,
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
  ]);
}
