import type { Actor } from './actor';
import { mayCheckQuarantined, type QuarantinedFacts } from './quarantine';

/** A draft that was left before it was sent, and lies with the school. */
export interface ParkedFacts {
  readonly kind: 'parked';
  readonly schoolId: string;
  /** Null: nobody had unlocked, or the signature proves nobody. */
  readonly authorId: string | null;
  readonly authorLeft: boolean;
  /** A whole school day has passed since it was left. */
  readonly waited: boolean;
  /** What it would be as a record with a doubt: who may know of it follows from that. */
  readonly record: QuarantinedFacts;
}

/** Its author: is told of it as their own, goes on with it, throws it away. Nobody else gets its words as a draft. */
export function isAuthorOf(actor: Actor, draft: ParkedFacts): boolean {
  return (
    actor.kind === 'staff' &&
    !actor.disabled &&
    actor.schoolId === draft.schoolId &&
    actor.staffId === draft.authorId
  );
}

/** May be told how many there are, also before elevating: whoever is on the duty list. */
export function watchesUnfinished(actor: Actor): boolean {
  return actor.kind === 'staff' && !actor.disabled && actor.duty.length > 0;
}

/** Knows that it exists: whoever would check it as a record with a doubt, and who did not write it. */
export function mayWatchUnfinished(actor: Actor, draft: ParkedFacts): boolean {
  return !isAuthorOf(actor, draft) && mayCheckQuarantined(actor, draft.record);
}

/** Opens it: after a school day, or at once where nobody can go on with it (envelope.md, Parked drafts). */
export function mayOpenUnfinished(actor: Actor, draft: ParkedFacts): boolean {
  const nobodyGoesOn = draft.authorId === null || draft.authorLeft;
  return mayWatchUnfinished(actor, draft) && (nobodyGoesOn || draft.waited);
}
