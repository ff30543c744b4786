import * as v from 'valibot';
import { clockTime } from './fields';

/** Longest that quiet hours may be on one day, hours: alerts must reach people on every weekday. */
export const LONGEST_QUIET = 16;

/**
 * When push and e-mail of alerts that are not urgent wait, on the school's clock: from one time to another, over midnight
 * where it ends earlier than it begins, and on Saturday and Sunday as a whole if the school or the person wants it.
 */
export const quietHours = v.strictObject({ from: clockTime, to: clockTime, weekends: v.boolean() });
export type QuietHours = v.InferOutput<typeof quietHours>;

/** What is wrong with quiet hours, as a sentence; null where nothing is. */
export function faultOfQuiet({ from, to }: QuietHours): string | null {
  const day = 24 * 60;
  const length = (minutesOf(to) - minutesOf(from) + day) % day;
  if (length === 0) return 'Quiet hours begin and end at different times.';
  if (length > LONGEST_QUIET * 60) return `Quiet hours last at most ${String(LONGEST_QUIET)} hours a day.`;
  return null;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
