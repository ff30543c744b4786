import { nextDay, startOfDay } from '../school/local-time';

/** Days on the school's clock as moments, UTC: the first that counts and the first that no longer does; null: no end. */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): { from: string | null; until: string | null } {
  const stamp = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
  return {
    from: from === undefined ? null : stamp(from),
    until: to === undefined ? null : stamp(nextDay(to)),
  };
}
