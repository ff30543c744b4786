import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from '../../protocol/canonical-json';
import { changeSchema, rightOfChange, type Change } from '../../protocol/changes/change';
import { wideningSchema, type Widening } from '../../protocol/changes/widening';
import type { PendingChangeFacts } from '../access/change';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { PendingChangeRow } from '../storage/rows/pending-changes';

/** waits: for a second person. overtaken: it could no longer be made when it was confirmed. */
export type PendingState = PendingChangeRow['state'];

/** A change that waits, opened. */
export interface Pending {
  readonly schoolId: string;
  readonly id: string;
  readonly change: Change;
  readonly widening: readonly Widening[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly effectiveAt: string | null;
}

/** What the policy must know of it. */
export function factsOfPending(pending: Pending, otherLeads: readonly string[]): PendingChangeFacts {
  const { schoolId, change, madeBy } = pending;
  return { kind: 'pending-change', schoolId, right: rightOfChange[change.kind], madeBy, otherLeads };
}

/** Keeps a change until somebody decides. */
export async function insertPending(trx: Transaction, ground: Ground, pending: Pending): Promise<void> {
  const { schoolId, id, change } = pending;
  await trx('pending_changes').insert({
    school_id: schoolId,
    id,
    kind: change.kind,
    ...cellsOf(ground.keys, schoolId, 'pending_changes').seal(id, { change: canonicalJson(change) }),
    widening: canonicalJson(pending.widening),
    made_by: pending.madeBy,
    made_at: pending.madeAt,
    effective_at: pending.effectiveAt,
    state: 'waits',
  });
}

/** Changes of a school that wait, oldest first. */
export async function listWaiting(reader: Reader, ground: Ground, schoolId: string): Promise<Pending[]> {
  const rows = await reader('pending_changes').where({ school_id: schoolId, state: 'waits' }).orderBy('id');
  return rows.map((row) => opened(ground, row));
}

/** One change that waits; on PostgreSQL locked until the transaction ends. */
export async function findWaiting(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  id: string,
): Promise<Pending | null> {
  const row = await trx('pending_changes')
    .where({ school_id: schoolId, id, state: 'waits' })
    .forUpdate()
    .first();
  return row ? opened(ground, row) : null;
}

/** Changes that nobody else can confirm and whose day is over, of every school. */
export async function listDue(reader: Reader, now: string): Promise<{ schoolId: string; id: string }[]> {
  const rows = await reader('pending_changes')
    .where({ state: 'waits' })
    .where('effective_at', '<=', now)
    .orderBy('id')
    .select('school_id', 'id');
  return rows.map((row) => ({ schoolId: row.school_id, id: row.id }));
}

/** A change without what only goes in: a provider's secret. */
export function withoutSecret(change: Change): Change {
  if (change.kind !== 'provider.set') return change;
  const { kind, connection, clientId, domains } = change;
  return { kind, connection, clientId, domains };
}

/** Writes down what became of it, and forgets what only went in. */
export async function settlePending(
  trx: Transaction,
  ground: Ground,
  pending: Pick<Pending, 'schoolId' | 'id' | 'change'>,
  settled: { state: Exclude<PendingState, 'waits'>; by: string; at: string },
): Promise<void> {
  const { schoolId, id, change } = pending;
  const text = canonicalJson(withoutSecret(change));
  await trx('pending_changes')
    .where({ school_id: schoolId, id })
    .update({
      ...cellsOf(ground.keys, schoolId, 'pending_changes').seal(id, { change: text }),
      state: settled.state,
      decided_by: settled.by,
      decided_at: settled.at,
    });
}

/** Marks a list of gains, so that a confirmer says which one was looked at: SHA-256, base64url. */
export function markOf(widening: readonly Widening[]): string {
  return createHash('sha256').update(canonicalJson(widening)).digest('base64url');
}

/** Shows the next confirmer what the change lets people read by now. */
export async function updateWidening(
  trx: Transaction,
  pending: Pick<Pending, 'schoolId' | 'id'>,
  now: { widening: readonly Widening[]; effectiveAt: string | null },
): Promise<void> {
  await trx('pending_changes')
    .where({ school_id: pending.schoolId, id: pending.id })
    .update({ widening: canonicalJson(now.widening), effective_at: now.effectiveAt });
}

function opened(ground: Ground, row: PendingChangeRow): Pending {
  const text = cellsOf(ground.keys, row.school_id, 'pending_changes').need(row.id, 'change', row.change);
  return {
    schoolId: row.school_id,
    id: row.id,
    change: v.parse(changeSchema, JSON.parse(text)),
    widening: v.parse(v.array(wideningSchema), JSON.parse(row.widening)),
    madeBy: row.made_by,
    madeAt: row.made_at,
    effectiveAt: row.effective_at,
  };
}
