import type { QuarantineReason } from '../../protocol/concerns';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import type { EnvelopeRow } from '../storage/rows/records';
import type { UnjudgedRow } from './judging';

export interface Settled {
  readonly verdict: NonNullable<EnvelopeRow['verdict']>;
  readonly reason: QuarantineReason | null;
  readonly concernId: string | null;
}

/** Writes the verdict on an envelope. False when another process was first, and then nothing else may be written. */
export async function settle(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  settled: Settled,
): Promise<boolean> {
  const changed = await trx('envelopes')
    .where({ school_id: row.school_id, envelope_id: row.envelope_id, verdict: null })
    .update({
      verdict: settled.verdict,
      reason: settled.reason,
      concern_id: settled.concernId,
      judged_at: timeStamp(ground.clock),
    });
  return changed === 1;
}
