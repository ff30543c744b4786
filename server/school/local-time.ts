import { DAY } from '../clock';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock on the school's wall says. @param at ms since 1970 @returns day as yyyy-mm-dd, time as hh:mm */
export function localTime(at: number, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = formatOf(timeZone).format(at).split(' ');
  return { day, time };
}

/** 0 for Sunday … 6 for Saturday. @param day yyyy-mm-dd */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day after. @param day yyyy-mm-dd */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** When a day begins on the school's wall, ms since 1970; a day of 23 or 25 hours counts as it is. */
export function startOfDay(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const shown = localTime(utc, timeZone);
  const wall = Date.parse(`${shown.day}T${shown.time}:00Z`);
  const guess = utc - (wall - utc);
  const again = localTime(guess, timeZone);
  return guess - (Date.parse(`${again.day}T${again.time}:00Z`) - utc);
}
