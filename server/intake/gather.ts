import type { QuarantineReason } from '../../protocol/concerns';
import type { Gathering } from '../alerts/alarm';
import type { Recipient } from '../alerts/rules';
import { MINUTE } from '../clock';
import type { Ground } from '../ground';
import { readSettings } from '../school/settings';
import type { Transaction } from '../storage/database';
import type { UnjudgedRow } from './judging';

/** What anybody who holds a tablet can make it send: nobody stands behind it with a proved key of today. */
const floods: readonly (QuarantineReason | null)[] = [
  'author-unconfirmed',
  'signature-wrong',
  'cannot-open',
  'unknown-schema',
  'device-revoked',
  'slip-ended',
];

/**
 * Where the alerts to such an envelope go: null for the first in 10 minutes (or as the school has set), and for the first urgent one, which
 * are told of at once; any further one joins the message that goes at the end of that time by the clock, and says how
 * many it stands for. The first is the first that these recipients were told of: none waits because of one that somebody
 * is not to know of (access.md, about a member of staff).
 */
export async function findGathering(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  {
    quarantine,
    urgent,
    recipients,
  }: { quarantine: QuarantineReason | null; urgent: boolean; recipients: readonly Recipient[] },
): Promise<Gathering | null> {
  if (!floods.includes(quarantine)) return null;
  const now = ground.clock.now();
  // Within this time one device sends one message for what may be a flood (envelope.md, Receiving).
  const gather = (await readSettings(trx, ground, row.school_id)).numbers.gatherMinutes * MINUTE;
  const found = trx('envelopes')
    .where({ school_id: row.school_id, verdict: 'quarantined', delivery_key_id: row.delivery_key_id })
    .whereIn('reason', [...floods])
    .whereNot({ envelope_id: row.envelope_id })
    .where('judged_at', '>', new Date(now - gather).toISOString());
  // An urgent one never waits behind one that is not.
  if (urgent) void found.whereIn('concern_id', urgentConcerns(trx, row.school_id));
  const told = await trx('alerts')
    .where({ school_id: row.school_id })
    .whereIn('concern_id', found.select('concern_id'))
    .distinct()
    .pluck<string[]>('staff_id');
  if (!recipients.every(({ staffId }) => told.includes(staffId))) return null;
  const turn = Math.floor(now / gather) + 1;
  return { key: `${row.delivery_key_id}:${String(turn)}`, until: new Date(turn * gather).toISOString() };
}

const urgentConcerns = (trx: Transaction, schoolId: string) =>
  trx('concerns').where({ school_id: schoolId, urgent: 1 }).whereNotNull('quarantine').select('id');
