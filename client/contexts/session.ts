import { createContext } from '@lit/context';
import type { Session } from '../../protocol/accounts';
import { Held } from './held';

/** Whose session this browser has, as far as the school has said. */
export interface SessionState {
  /** false until the school has answered once: offline nobody can say */
  known: boolean;
  session: Session | null;
  /** school's clock minus device's, ms: elevation counts in the school's time only */
  skew: number;
}

/** Provide it from {@link watchSession}. */
export const sessionContext = createContext<SessionState>('session');

const held = new Held<SessionState>({ known: false, session: null, skew: 0 });

/** What is known now. */
export function currentSession(): SessionState {
  return held.get();
}

/**
 * The school has said whose session this is.
 * @param serverNow the school's clock in the same answer, ms, or null when it did not say
 */
export function noteSession(session: Session | null, serverNow: number | null): void {
  const skew = serverNow === null ? held.get().skew : serverNow - Date.now();
  held.set({ known: true, session, skew });
}

/** The elevation has run out here: nothing of it may stay on a screen, whatever the school says later. */
export function noteElevationEnded(): void {
  const state = held.get();
  if (state.session?.elevatedUntil)
    held.set({ ...state, session: { ...state.session, elevatedUntil: null } });
}

/**
 * The school's time, ms: ages and waits are counted by it, whatever a tablet believes.
 * @param clock device clock as its context last said, ms; it moves every ten seconds only
 */
export function schoolTime(state: SessionState | undefined, clock: number | undefined): number {
  return Math.max(clock ?? 0, Date.now()) + (state?.skew ?? 0);
}

/** Time of full access that is left, ms; 0 without it. @param now device clock, ms */
export function elevationLeft(state: SessionState, now: number): number {
  const until = state.session?.elevatedUntil;
  return until ? Math.max(0, Date.parse(until) - (now + state.skew)) : 0;
}

/** Calls `listener` now and after each change. @returns stops it */
export function watchSession(listener: (state: SessionState) => void): () => void {
  return held.watch(listener);
}
