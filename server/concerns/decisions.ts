import type { StaffActor } from '../access/actor';
import { appendAudit, type AuditEntry } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { ConcernActionRow } from '../storage/rows/records';
import { digestOf, isDone } from './asked-before';
import { lockConcern, type LockedConcern } from './lock-concern';

/** One decision about a concern under way, in its transaction, while nobody else can change the concern. */
export interface Deciding {
  readonly trx: Transaction;
  readonly ground: Ground;
  readonly actor: StaffActor;
  readonly concern: LockedConcern;
  readonly at: string;
}

/** What a decision leaves: its line in the history, and in the audit. */
export interface Decided {
  readonly kind: ConcernActionRow['kind'];
  readonly text: string | null;
  readonly more?: Partial<
    Pick<
      ConcernActionRow,
      | 'owner_id'
      | 'level'
      | 'entry_id'
      | 'position'
      | 'was_pupil_id'
      | 'now_pupil_id'
      | 'when_at'
      | 'when_about'
    >
  >;
  readonly what: string;
  readonly facts?: NonNullable<AuditEntry['facts']>;
}

/**
 * Decides about a concern once: the page makes the id, so that a repeated send decides nothing twice, and the same id with
 * other words is refused.
 * @param asked all that was asked for
 * @throws what `decide` throws; problem 'conflict' for other words under the same id
 */
export async function decideOnce(
  ground: Ground,
  actor: StaffActor,
  { concernId, asked }: { concernId: string; asked: { actionId: string } },
  decide: (deciding: Deciding) => Promise<Decided>,
): Promise<void> {
  const { schoolId, staffId } = actor;
  const { actionId } = asked;
  const at = timeStamp(ground.clock);
  const digest = digestOf(ground, actor, asked);
  await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    if (await isDone(trx, actor, { actionId, concern, digest })) return;
    const deciding = { trx, ground, actor, concern, at };
    const decided = await decide(deciding);
    await addDeed(deciding, actionId, decided, digest);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: decided.what,
      object: `concern:${concernId}`,
      facts: decided.facts ?? {},
    });
    ground.faultPoint('before-decision-commit');
  });
  ground.faultPoint('after-decision-commit');
}

/** A line of the history. */
export async function addDeed(
  { trx, ground, actor, concern, at }: Deciding,
  actionId: string,
  { kind, text, more }: Pick<Decided, 'kind' | 'text' | 'more'>,
  asked: string | null = null,
): Promise<void> {
  const { schoolId, staffId } = actor;
  await trx('concern_actions').insert({
    school_id: schoolId,
    id: actionId,
    concern_id: concern.id,
    kind,
    staff_id: staffId,
    ...cellsOf(ground.keys, schoolId, 'concern_actions').seal(actionId, { text }),
    at,
    asked,
    ...more,
  });
}

/** Whether a decision was added since the concern was last opened. */
export async function isDecided(reader: Reader, schoolId: string, concernId: string): Promise<boolean> {
  const rows = await reader('concern_actions')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereIn('kind', ['decision', 'reopened'])
    .orderBy(['at', 'id'])
    .pluck('kind');
  return rows.at(-1) === 'decision';
}
