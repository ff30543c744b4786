import { can } from '../../access/can';
import { seesPupil } from '../../access/concern';
import { knowConcerns } from '../../records/load-facts';
import type { Ground } from '../../ground';
import { loadRestrictions } from '../../school/load-restrictions';
import { elevatedActorOf } from '../../staff/elevated-actor';
import type { Transaction } from '../../storage/database';

/** Whether one person may read one concern with all its pupils, whoever alerts them to it. */
export type ReadsAnyway = (staffId: string) => Promise<boolean>;

/**
 * Asks the rule of reading as if nobody had been alerted: only who could look the concern up by themselves may stand in
 * for somebody (docs/specs/alerts.md, Absence cover). Of a concern that needs no checking any more.
 */
export async function readersOf(
  trx: Transaction,
  ground: Ground,
  { schoolId, concernId }: { schoolId: string; concernId: string },
): Promise<ReadsAnyway> {
  const restrictions = await loadRestrictions(trx, schoolId);
  return async (staffId) => {
    const actor = await elevatedActorOf(trx, schoolId, staffId);
    const known = await knowConcerns(trx, ground, { schoolId, staffId }, [concernId]);
    const facts = known.get(concernId)?.facts;
    if (!actor || !facts) return false;
    const concern = { ...facts, alert: null, quarantined: false };
    if (!can(actor, 'concern.read', { kind: 'guarded-concern', concern, restrictions })) return false;
    return concern.pupils.every((pupil) => seesPupil(actor, pupil, restrictions));
  };
}
