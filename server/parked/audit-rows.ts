import type { AuditEntry } from '../audit/append';

interface Ended {
  readonly id: string;
  readonly by: 'concern' | 'author' | 'lead';
  readonly at: string;
  readonly actor: string;
}

/** A draft that was left needs nobody any more. */
export function parkedEnded(schoolId: string, { id, by, at, actor }: Ended): AuditEntry {
  return { schoolId, at, actor, what: 'parked.ended', object: `parked:${id}`, facts: { by } };
}
