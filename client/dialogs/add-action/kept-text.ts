import { uuidv7 } from '../../../protocol/identifiers';
import { watchSession } from '../../contexts/session';

/** An action that was begun and not added yet. */
export interface KeptAction {
  /** made once, so that sending it again adds nothing twice */
  readonly actionId: string;
  text: string;
  /** the dialog closed because full access ended: it comes back by itself after the next code */
  interrupted: boolean;
}

let owner: string | null = null;
const kept = new Map<string, KeptAction>();

// Only for as long as one person is logged in, and only in memory: nothing of it is ever written down.
watchSession(({ known, session }) => {
  if (!known) return;
  if (session?.staffId !== owner) kept.clear();
  owner = session?.staffId ?? null;
});

/** What was begun about a concern, or a new one. */
export function beginAction(concernId: string): KeptAction {
  const begun = kept.get(concernId) ?? { actionId: uuidv7(Date.now()), text: '', interrupted: false };
  kept.set(concernId, begun);
  return begun;
}

/** It was added, or given up. */
export function forgetAction(concernId: string): void {
  kept.delete(concernId);
}

/** Whether its dialog was taken away by the end of full access. */
export function wasInterrupted(concernId: string): boolean {
  return kept.get(concernId)?.interrupted ?? false;
}
