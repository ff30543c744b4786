/** The server's only source of time, so that tests can set it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The present moment as every row stores it: ISO 8601, UTC, milliseconds. `later` is in milliseconds. */
export function timeStamp(clock: Clock, later = 0): string {
  return new Date(clock.now() + later).toISOString();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
