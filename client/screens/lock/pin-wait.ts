import { lock } from '../../strings/lock';

/** Whole seconds until `until`; 0 when it has passed. Both by the device's clock, ms. */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** "29 seconds" · "2 min 5 s" */
export function waitWords(seconds: number): string {
  if (seconds < 60) return lock.seconds(seconds);
  return lock.minutes(Math.floor(seconds / 60), seconds % 60);
}
