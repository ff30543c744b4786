/** Readers of single cells. Each takes trimmed text that is not blank and returns null where it does not fit. */

const YES = new Set(['yes', 'y', 'true']);
const NO = new Set(['no', 'n', 'false']);

/** yes, no, y, n, true, false in small or capital letters. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** dd/mm/yyyy → yyyy-mm-dd; null also for days that no calendar has, such as 31/02/2018. */
export function readDate(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCDate() === day && date.getUTCMonth() === month - 1 && year >= 1900;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** H:MM or HH:MM → HH:MM. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
}

/** #RRGGBB → the same in capitals. */
export function readColour(text: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : null;
}

const DOMAIN_PART = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const ADDRESS = new RegExp(
  `^[a-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@(?:${DOMAIN_PART}\\.)+[a-z][a-z0-9-]*[a-z0-9]$`,
);

/** An e-mail address that a mail server takes (RFC 5321 without quoted local parts), in small letters. */
export function readEmail(text: string): string | null {
  const address = text.toLowerCase();
  return address.length <= 254 && ADDRESS.test(address) ? address : null;
}

/** A time zone by its name in the tz database, for example Europe/London. */
export function readTimeZone(text: string): string | null {
  if (/^[+-]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** dd/mm/yyyy-dd/mm/yyyy, comma-separated → first and last days, each yyyy-mm-dd. */
export function readTermDates(text: string): { from: string; to: string }[] | null {
  const terms = readList(text).map((term) => {
    const [first = '', last = '', ...more] = term.split(/[-–]/).map((day) => day.trim());
    const from = readDate(first);
    const to = readDate(last);
    return from !== null && to !== null && from <= to && more.length === 0 ? { from, to } : null;
  });
  return terms.every((term) => term !== null) ? terms : null;
}

/** The items of a comma-separated cell, trimmed, blank ones left out. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
