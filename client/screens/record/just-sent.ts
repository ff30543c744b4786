import { watchUnlocked } from '../../contexts/unlocked';

/** What the sent screen says beside the ladder. It holds no child and no account. */
export interface JustSent {
  /** one of its categories is urgent and nobody was told in person */
  findSomeone: boolean;
  /** whom the author has told in person; empty: nobody */
  told: string;
  /** sent without unlocking */
  unconfirmed: boolean;
}

let whose: string | null = null;
// In memory only: after a lock or a reload the device knows nothing of a record but its ladder.
const known = new Map<string, JustSent>();

// What one person told is not for whoever unlocks next, nor for a locked screen.
watchUnlocked((unlocked) => {
  const person = unlocked?.person.authorKeyId ?? null;
  if (person !== whose) known.clear();
  whose = person;
});

/** Keeps what the sent screen of this record says, until the page is gone. */
export function noteJustSent(envelopeId: string, sent: JustSent): void {
  known.set(envelopeId, sent);
}

/** What was noted, or null: the page was opened anew. */
export function justSent(envelopeId: string): JustSent | null {
  return known.get(envelopeId) ?? null;
}

/** Somebody locked: names go with the keys. */
export function forgetJustSent(): void {
  known.clear();
}
