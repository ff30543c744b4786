import type { Reader } from '../storage/database';
import { CHAIN_START, hashRow, type AuditHead } from './append';

/** What a walk over a chain found: its head, or the first row that does not fit. */
export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly seq: number; readonly why: string };

/**
 * Walks a school's chain from its first row. An edited, removed or reordered row is found (access.md, Audit);
 * with `expected` a chain that was cut or rewritten as a whole is found too.
 */
export async function verifyAudit(
  reader: Reader,
  schoolId: string,
  expected?: AuditHead,
): Promise<AuditVerdict> {
  let previous = CHAIN_START;
  let seq = 0;
  let unseen = expected;
  for (;;) {
    const rows = await reader('audit')
      .where({ school_id: schoolId })
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .select();
    for (const row of rows) {
      seq += 1;
      if (row.seq !== seq) return { whole: false, seq, why: `row ${seq} is missing` };
      if (row.previous !== previous)
        return { whole: false, seq, why: `row ${seq} does not follow row ${seq - 1}` };
      if (hashRow(row) !== row.hash) return { whole: false, seq, why: `row ${seq} was changed` };
      if (unseen?.seq === seq && unseen.hash === row.hash) unseen = undefined;
      previous = row.hash;
    }
    if (rows.length < 1000) break;
  }
  if (unseen) return { whole: false, seq, why: `the chain does not hold ${unseen.seq}:${unseen.hash}` };
  return { whole: true, head: { seq, hash: previous } };
}
