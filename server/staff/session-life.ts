import { DAY, MINUTE, SECOND } from '../clock';
import type { SessionLimits } from '../school/settings';

/** A session ends at most this long after the log-in; its cookie lasts as long, in days. */
export const SESSION_MOST = DAY;
export const SESSION_COOKIE_DAYS = 1;
/** The cookie by which a browser is known to have logged somebody in before, in days. */
export const BROWSER_COOKIE_DAYS = 400;
/** A password typed at most this long ago counts as just typed. */
export const PASSWORD_FRESH = 5 * MINUTE;
/** How often activity is written down, so that not every call costs a commit. */
export const ACTIVITY_STEP = MINUTE;
export const ELEVATED_ACTIVITY_STEP = 15 * SECOND;
/** The typing heartbeat counts once in this time. */
export const TYPING_STEP = MINUTE;

/** The times of a session that its life follows from. */
export interface SessionTimes {
  readonly created_at: string;
  readonly active_at: string;
  readonly elevated_at: string | null;
  readonly elevation_active_at: string | null;
  readonly ended_at: string | null;
}

/** Whether a session still runs at `now` (milliseconds since 1970). */
export function isRunning(session: SessionTimes, { idle }: SessionLimits, now: number): boolean {
  if (session.ended_at !== null) return false;
  return now < Date.parse(session.created_at) + SESSION_MOST && now < Date.parse(session.active_at) + idle;
}

/** When elevation ends if the person does nothing more, in milliseconds since 1970; null when not elevated. */
export function elevatedUntil(
  session: SessionTimes,
  { elevationIdle, elevationMost }: SessionLimits,
  now: number,
): number | null {
  if (session.elevated_at === null || session.elevation_active_at === null) return null;
  const until = Math.min(
    Date.parse(session.elevated_at) + elevationMost,
    Date.parse(session.elevation_active_at) + elevationIdle,
  );
  return now < until ? until : null;
}
