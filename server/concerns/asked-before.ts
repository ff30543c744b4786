import { createHash } from 'node:crypto';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import type { ConcernActionRow } from '../storage/rows/records';
import type { LockedConcern } from './lock-concern';

/** What somebody asks for under an id that their page made. */
export interface Asked {
  readonly actionId: string;
  readonly concern: LockedConcern;
  /** `digestOf` all that was asked for. */
  readonly digest: string;
}

/**
 * What one person asked for, as a keyed digest to be kept with the deed: nobody learns a short text from it, and it still
 * compares when the text was covered or the deed has changed.
 */
export function digestOf(ground: Ground, { schoolId, staffId }: Person, asked: object): string {
  const said = JSON.stringify([staffId, asked], inOrder);
  // The index takes upper and lower case for the same: words are not.
  return ground.keys.blindIndex(schoolId, 'asked', createHash('sha256').update(said).digest('hex'));
}

type Person = Pick<StaffActor, 'schoolId' | 'staffId'>;

/**
 * Whether a deed was done before: its page sends it again when the answer was lost.
 * @throws problem 'conflict' where the id stands for something else, or what was done then does not stand any more: neither
 * may be answered as if it had been done now
 */
export async function isDone(
  trx: Transaction,
  { schoolId }: Pick<StaffActor, 'schoolId'>,
  { actionId, concern, digest }: Asked,
): Promise<boolean> {
  const there = await trx('concern_actions')
    .where({ school_id: schoolId, id: actionId })
    .first('concern_id', 'asked', 'kind', 'staff_id', 'owner_id', 'level');
  if (!there) return false;
  const other = there.concern_id !== concern.id || (there.asked !== null && there.asked !== digest);
  if (other) throw problem('conflict', { title: concernRefusals.sentBefore, detail: { sentBefore: true } });
  if (!stands(there, concern)) throw problem('conflict', { title: concernRefusals.changedSince });
  return true;
}

/** Whether a concern is still as this deed has left it, where it has one such state at a time. */
function stands(
  { kind, staff_id, owner_id, level }: Pick<ConcernActionRow, 'kind' | 'staff_id' | 'owner_id' | 'level'>,
  concern: LockedConcern,
): boolean {
  if (kind === 'closed') return concern.closed_at !== null;
  if (kind === 'reopened') return concern.closed_at === null;
  if (kind === 'level') return concern.level === level;
  return (kind !== 'given' && kind !== 'taken') || concern.taken_by === (owner_id ?? staff_id);
}

/** Whoever asked may have named the same parts in another order. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
