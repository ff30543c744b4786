import type { ActionKind } from '../../../protocol/concern-actions';
import { uuidv7 } from '../../../protocol/identifiers';
import { watchSession } from '../../contexts/session';
import type { OnlineFile } from '../../sealing/seal-online';

/** An action that was begun and not added yet. */
export interface KeptAction {
  /** made once, so that sending it again adds nothing twice */
  readonly actionId: string;
  kind: ActionKind;
  text: string;
  /** yyyy-mm-dd and hh:mm of this device, or both empty: now */
  day: string;
  time: string;
  agencyId: string;
  /** something is still to be done about it */
  isDue: boolean;
  /** yyyy-mm-dd, or empty */
  dueDay: string;
  /** empty: whoever adds it */
  ownerId: string;
  /** ids of colleagues and alert groups who are told of it */
  alertStaff: readonly string[];
  alertGroups: readonly string[];
  /** sealed here already; sent once the action is with the school */
  files: readonly OnlineFile[];
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
  const begun = kept.get(concernId) ?? { ...blank, actionId: uuidv7(Date.now()) };
  kept.set(concernId, begun);
  return begun;
}

/** Nothing written yet. */
export const blank: Omit<KeptAction, 'actionId'> = {
  kind: 'note',
  text: '',
  day: '',
  time: '',
  agencyId: '',
  isDue: false,
  dueDay: '',
  ownerId: '',
  alertStaff: [],
  alertGroups: [],
  files: [],
  interrupted: false,
};

/** It was added, or given up. */
export function forgetAction(concernId: string): void {
  kept.delete(concernId);
}

/** Whether its dialog was taken away by the end of full access. */
export function wasInterrupted(concernId: string): boolean {
  return kept.get(concernId)?.interrupted ?? false;
}
