import { HOUR, MINUTE, SECOND } from '../clock';

const FIRST = 5 * SECOND;
const LONGEST = 10 * MINUTE;
const SHORTEST = SECOND;
/** Whatever the other side asks: an alert is not put off until tomorrow by a header. */
const MOST_ASKED = HOUR;

/**
 * Milliseconds until the next try: exponential with full jitter, so that a hundred messages that failed together do
 * not come back together; never sooner than the other side asked (Retry-After), up to an hour.
 * @param attempts how often it was tried, 1 or more
 * @param random a number from 0 up to 1
 */
export function waitAfter(attempts: number, retryAfter: number | null, random: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** (attempts - 1));
  return Math.max(SHORTEST, Math.min(retryAfter ?? 0, MOST_ASKED), Math.floor(longest * random));
}

/** Milliseconds that a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date); null where it says nothing. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
