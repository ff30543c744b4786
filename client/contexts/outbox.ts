import { createContext } from '@lit/context';
import { onOutboxChange } from '../../offline/outbox/changes';
import { summariseOutbox, type OutboxSummary } from '../../offline/outbox/records';
import { noteReached } from './connectivity';
import { Held } from './held';

/** What waits on this device, and what is being done about it. */
export interface OutboxView extends OutboxSummary {
  delivering: boolean;
  /** device clock, ms: "Trying again at 13:05"; null when nothing is planned */
  tryingAgainAt: number | null;
}

/** Provide it from {@link watchOutbox}. */
export const outboxContext = createContext<OutboxView>('outbox');

const nothing: OutboxView = {
  unsent: 0,
  actions: 0,
  signIn: 0,
  needsYou: 0,
  updateNeeded: 0,
  oldestAt: null,
  delivering: false,
  tryingAgainAt: null,
};
const held = new Held<OutboxView>(nothing);

/** Looks into the vault again. Called by itself after each change in any tab or the worker. */
export async function lookIntoOutbox(): Promise<OutboxSummary> {
  const summary = await summariseOutbox();
  // Only a receipt takes anything out of the outbox: another tab or the worker has reached the school.
  if (summary.unsent < held.get().unsent) noteReached();
  held.set({ ...held.get(), ...summary });
  return summary;
}

/** What the delivery of this page is doing. */
export function noteDelivery(state: Pick<OutboxView, 'delivering' | 'tryingAgainAt'>): void {
  held.set({ ...held.get(), ...state });
}

/** Calls `listener` now and after each change, also by other tabs and the worker. @returns stops it */
export function watchOutbox(listener: (outbox: OutboxView) => void): () => void {
  const stopListening = onOutboxChange(() => void lookIntoOutbox());
  const stopWatching = held.watch(listener);
  void lookIntoOutbox();
  return () => {
    stopListening();
    stopWatching();
  };
}
