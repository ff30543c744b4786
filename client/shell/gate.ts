import type { Route } from '../router';

/** What decides whether a place may be shown. */
export interface GateFacts {
  /** this browser is a device of the school */
  enrolled: boolean;
  /** somebody has unlocked their drafts in this page */
  unlocked: boolean;
  /** the school has said whose session this is, or that there is none */
  known: boolean;
  loggedIn: boolean;
  /** the password was typed in this very page, so nobody's left-over session is shown on a locked device */
  typedHere: boolean;
}

/** Show it, wait for the school's word, say that this needs a connection, or go somewhere else first. */
export type GateAnswer = 'show' | 'wait' | 'needs-connection' | '/lock' | '/log-in' | '/enrol';

/**
 * Unlock is not log-in (access.md): a locked device shows no session's screens, and an unlocked one gives none.
 * @param reachable false when the school could not be asked
 */
export function gate(needs: Route['needs'], facts: GateFacts, reachable: boolean): GateAnswer {
  if (needs === 'anyone') return 'show';
  if (needs === 'device' && facts.enrolled) return 'show';
  if ((needs === 'person' || needs === 'unlocked') && facts.enrolled && facts.unlocked) return 'show';
  if (facts.enrolled && !facts.unlocked && !facts.typedHere) return '/lock';
  if (!facts.known) return reachable ? 'wait' : facts.enrolled ? 'needs-connection' : '/log-in';
  if (!facts.loggedIn) return '/log-in';
  if (needs === 'device' || needs === 'unlocked') return '/enrol';
  return 'show';
}
