import type { DueAction } from '../../../protocol/due-actions';
import { due as words } from '../../strings/due';

/** What a calendar is told of something due: which day, and an id that means nothing outside Heed. */
export type CalendarEntry = Pick<DueAction, 'actionId' | 'day'>;

/** Reminds at eight in the morning of its day, on the clock of whoever has the calendar. */
const REMINDS = 'PT8H';
/** Longest line without its end, in octets (RFC 5545, section 3.1). */
const LINE = 75;
const DAY = 24 * 60 * 60_000;

/**
 * What is due as a file for a calendar (RFC 5545). A calendar lies on other people's servers and on lock screens: it is
 * told no name, no kind, no reference, only that something is due and where Heed is.
 * @param origin of the school's Heed
 * @param madeAt school's clock, ms
 */
export function calendarFile(entries: readonly CalendarEntry[], origin: string, madeAt: number): string {
  const stamp = utc(madeAt);
  return calendarOf(
    'Actions',
    entries.flatMap((entry) => eventOf(entry, origin, stamp)),
  );
}

/** Lines of events as a whole file. @param part of Heed that writes it */
export function calendarOf(part: string, events: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Heed//${part}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** "20261201T153000Z" (RFC 5545, section 3.3.5). @param at ms */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function eventOf({ actionId, day }: CalendarEntry, origin: string, stamp: string): string[] {
  const summary = escaped(words.calendarSummary);
  return [
    'BEGIN:VEVENT',
    // The same each time, so that a file that is taken along again changes its entry and adds none.
    `UID:${actionId}@${new URL(origin).hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${summary}`,
    `URL:${origin}/actions`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    `TRIGGER;RELATED=START:${REMINDS}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A text as a property's value (RFC 5545, section 3.3.11). */
export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

/** A line of at most 75 octets, gone on with behind a blank; no character is torn apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (octets(part + character) > LINE) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
