import type { NoReply } from '../../protocol/concerns';
import type { Actor } from './actor';
import type { ConcernFacts } from './concern';

/** What decides whether whoever recorded a concern may be told anything more of it. */
export interface ReplyFacts {
  readonly kind: 'reply';
  readonly concern: ConcernFacts;
  /** Null: nobody whom the school knows. */
  readonly authorId: string | null;
  readonly authorLeft: boolean;
}

/**
 * Why its author can be told nothing more of a concern, or null. A reply says that the school goes on with it, so it
 * follows the rules for reading (access.md): nothing to whom it is about, who is close to one of its pupils, who has left,
 * or whose signature does not hold; and what is about a member of staff stays with those of its own way.
 */
export function whyNoReply({ concern, authorId, authorLeft }: ReplyFacts): NoReply | null {
  if (authorId === null || concern.quarantined) return 'unconfirmed';
  if (authorLeft) return 'left';
  if (concern.aboutStaff.has(authorId)) return 'about-author';
  if (concern.keptBy !== null) return 'of-staff';
  if (concern.pupils.some((pupil) => pupil.connectedStaff.has(authorId))) return 'connected';
  return null;
}

/** Reads a reply: its concern's author alone, for as long as they may be told. */
export function mayReadReply(actor: Actor, facts: ReplyFacts): boolean {
  if (actor.kind !== 'staff' || actor.disabled || actor.schoolId !== facts.concern.schoolId) return false;
  return actor.staffId === facts.authorId && whyNoReply(facts) === null;
}
