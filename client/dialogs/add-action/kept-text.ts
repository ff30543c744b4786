import type { ActionKind } from '../../../protocol/concern-actions';
import { uuidv7 } from '../../../protocol/identifiers';
import type { OnlineFile } from '../../sealing/seal-online';
import { Kept } from '../kept';

/** An action that was begun and not added yet. */
export interface KeptAction {
  /** made once, so that sending it again adds nothing twice; new once the school has refused or added it */
  actionId: string;
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
  /** it was sent and no answer came: the school may have it, and wait for its files */
  unsure: boolean;
  /** the dialog closed because full access ended: it comes back by itself after the next code */
  interrupted: boolean;
}

const kept = new Kept<KeptAction>();

/** What was begun about a concern, or a new one. */
export function beginAction(concernId: string): KeptAction {
  return kept.begin(concernId, () => ({ ...blank, actionId: uuidv7(Date.now()) }));
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
  unsure: false,
  interrupted: false,
};

/** It was added, or given up. */
export function forgetAction(concernId: string): void {
  kept.forget(concernId);
}

/**
 * It was added, also where its dialog has gone meanwhile: it is begun no longer. What was typed since in a dialog that was
 * opened anew is another one.
 * @param changed something was typed since
 */
export function settleAction(begun: KeptAction, changed: boolean): void {
  if (changed) renewAction(begun);
  else kept.drop(begun);
}

/** Its id stands for what was sent: what is added with it from now on is another action. */
export function renewAction(begun: KeptAction): void {
  begun.actionId = uuidv7(Date.now());
}

/** Whether its dialog was taken away by the end of full access. */
export function wasInterrupted(concernId: string): boolean {
  return kept.find(concernId)?.interrupted ?? false;
}
