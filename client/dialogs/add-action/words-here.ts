import { mayReadNow } from '../../contexts/may-read';
import { watchSession } from '../../contexts/session';
import { watchUnlocked } from '../../contexts/unlocked';

const words = new Map<string, string>();

// As long as the concern itself may be read here and no longer, and only in memory.
watchSession((state) => !mayReadNow(state) && words.clear());
watchUnlocked((unlocked) => !unlocked && words.clear());

/** Keeps what an action says that went into the outbox just now, for beside its concern. */
export function keepWordsHere(envelopeId: string, text: string): void {
  words.set(envelopeId, text);
}

/** What it says; null: it was locked or full access ended since, and nobody can read it here. */
export function wordsHere(envelopeId: string): string | null {
  return words.get(envelopeId) ?? null;
}
