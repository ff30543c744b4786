import { markKinds } from '../../protocol/concern-actions';
import type { markEntry as marking } from '../../protocol/concern-decisions';
import type { BodyOf } from '../../protocol/endpoint';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import { decideOnce } from './decisions';

/**
 * Marks an entry as significant, or takes the mark off; mark, reason and whose it was stay in the history either way.
 * @throws problem 'not-found' for what is no entry of this concern; 'conflict' when somebody was first
 */
export async function markEntry(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof marking>,
): Promise<void> {
  const { actionId, entryId, significant, reason } = asked;
  await decideOnce(ground, actor, { concernId, asked }, async ({ trx }) => {
    const deeds = await deedsOf(trx, actor.schoolId, concernId);
    const isEntry = ({ id, kind }: Deed) => id === entryId && !isMark(kind);
    if (entryId !== concernId && !deeds.some(isEntry)) throw problem('not-found');
    const last = deeds.findLast(({ kind, entry_id }) => isMark(kind) && entry_id === entryId);
    if ((last?.kind === 'marked') === significant)
      throw problem('conflict', {
        title: significant ? concernRefusals.justMarked : concernRefusals.justUnmarked,
      });
    return {
      kind: significant ? 'marked' : 'unmarked',
      text: reason,
      more: { entry_id: entryId },
      what: significant ? 'concern.entry-marked' : 'concern.entry-unmarked',
      facts: { action: actionId, entry: entryId },
    };
  });
}

/** Whether a deed sets a mark or takes one off. */
export function isMark(kind: string): boolean {
  return markKinds.some((one) => one === kind);
}

interface Deed {
  readonly id: string;
  readonly kind: string;
  readonly entry_id: string | null;
}

function deedsOf(trx: Transaction, schoolId: string, concernId: string): Promise<Deed[]> {
  return trx('concern_actions')
    .where({ school_id: schoolId, concern_id: concernId })
    .orderBy(['at', 'id'])
    .select('id', 'kind', 'entry_id');
}
