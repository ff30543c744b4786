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
  /** rights of this person have ended: nothing recorded is shown until the school has said what is left */
  falling?: boolean;
  /** it was asked what is left, and has not said so */
  unsaid?: boolean;
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
  const before = held.get();
  const skew = serverNow === null ? before.skew : serverNow - Date.now();
  const falling = !before.falling && session !== null && isLess(before.session, session);
  held.set({ known: true, session, skew, falling });
  // Everything that was open has heard of it by then, and is asked for anew.
  if (falling) setTimeout(() => held.set({ ...held.get(), falling: false }));
}

/** The same person at the same school, who may read less than what this page knew. */
function isLess(was: Session | null, is: Session): boolean {
  return was?.staffId === is.staffId && was.schoolId === is.schoolId && was.rightsEnded < is.rightsEnded;
}

/**
 * The school has said how often rights of this person have ended. What is open falls before anything else is asked.
 * @returns whether it falls: then the school has to say what is left
 */
export function noteRightsEnded(times: number): boolean {
  const state = held.get();
  if (!state.session || times <= state.session.rightsEnded) return false;
  held.set({ ...state, falling: true });
  return true;
}

/** The school was asked what is left, and gave no answer: it can be asked again. */
export function noteUnsaid(): void {
  const state = held.get();
  if (state.falling) held.set({ ...state, unsaid: true });
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
