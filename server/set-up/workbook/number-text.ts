import type { NumberFormat } from './number-formats';

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;

const two = (part: number) => String(part).padStart(2, '0');

/**
 * A day count of a spreadsheet → dd/mm/yyyy, or null where there is no such day.
 * @param from1904 whether the workbook counts from 1 January 1904 (old Macs) rather than from 1900
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 0 || day > 2_958_465) return null;
  // The 1900 count has a 29 February 1900 that never was (day 60), kept for a program of 1983.
  if (!from1904 && (day === 0 || day === 60)) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * DAY_MS);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear()).padStart(4, '0')}`;
}

/** The fraction of a day → HH:MM, to the nearest minute. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A number without exponent and without the noise of its 17th digit: 15.300000000000001 is 15.3. */
function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(15)));
}

/**
 * The text of a cell that holds a number: what a person sees, with dates as dd/mm/yyyy and times as HH:MM.
 * @param raw the number as the file writes it; anything else comes back unchanged
 */
export function textOfNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.as === 'date') return dateOfSerial(value, from1904) ?? plainNumber(value);
  if (format.as === 'time') return timeOfSerial(value);
  if (format.as === 'digits' && value >= 0) return plainNumber(Math.round(value)).padStart(format.width, '0');
  return plainNumber(value);
}

/** The text of a date cell that is written as ISO 8601 (t="d"): its day as dd/mm/yyyy. */
export function textOfIsoDate(raw: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(raw) ?? [];
  return year && month && day ? `${day}/${month}/${year}` : raw;
}
