import { createHash } from 'node:crypto';
import type { Reader, Transaction } from '../storage/database';
import type { AuditRow } from '../storage/rows/records';
import { canonicalJson } from '../../protocol/canonical-json';

/** One thing that happened, in codes and ids only: never a name, a text or a search word. */
export interface AuditEntry {
  readonly schoolId: string;
  readonly at: string;
  /** Id of a staff member or device, or 'server', 'shell', 'trust', 'supplier', 'anybody'. */
  readonly actor: string;
  readonly what: string;
  /** `kind:id` of what it happened to. */
  readonly object: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START = '0'.repeat(64);

/** The head of a chain without a row. */
export const NO_CHAIN: AuditHead = { seq: 0, hash: CHAIN_START };

/** SHA-256 over the deterministic JSON of everything in a row but its own hash. */
export function hashRow(row: Omit<AuditRow, 'hash'>): string {
  const { school_id, seq, at, actor, what, object, facts, previous } = row;
  return createHash('sha256')
    .update(canonicalJson({ school_id, seq, at, actor, what, object, facts, previous }))
    .digest('hex');
}

/** The newest row of a school's chain; `{seq: 0}` before the first. */
export async function readAuditHead(reader: Reader, schoolId: string): Promise<AuditHead> {
  const row = await reader('audit')
    .where({ school_id: schoolId })
    .orderBy('seq', 'desc')
    .first('seq', 'hash');
  return row ?? NO_CHAIN;
}

/**
 * Appends to the school's chain; the last statement of every command.
 * Two writers at once: SQLite has one writer; on PostgreSQL the second breaks the primary key's
 * uniqueness after a lock on the school's row, which it therefore takes first.
 */
export async function appendAudit(trx: Transaction, ...entries: AuditEntry[]): Promise<AuditHead> {
  const first = entries[0];
  if (!first) throw new Error('an audit needs an entry');
  await trx('schools').where({ id: first.schoolId }).forUpdate().first('id');
  let head = await readAuditHead(trx, first.schoolId);
  const rows: AuditRow[] = [];
  for (const entry of entries) {
    const row = {
      school_id: entry.schoolId,
      seq: head.seq + 1,
      at: entry.at,
      actor: entry.actor,
      what: entry.what,
      object: entry.object,
      facts: canonicalJson(entry.facts ?? {}),
      previous: head.hash,
    };
    const hash = hashRow(row);
    rows.push({ ...row, hash });
    head = { seq: row.seq, hash };
  }
  await trx('audit').insert(rows);
  return head;
}
