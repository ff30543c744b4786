import { can } from '../access/can';
import type { Ground } from '../ground';
import { knowConcerns } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { elevatedActorOf } from '../staff/elevated-actor';
import type { Transaction } from '../storage/database';
import { mayBeTold } from './recipients';
import type { AlertedConcern, Recipient, SchoolRules } from './rules';

interface Told {
  readonly schoolId: string;
  readonly concernId: string;
  readonly recipients: readonly Recipient[];
  readonly concern: AlertedConcern;
  readonly school: SchoolRules;
}

/**
 * Adds whoever watches a pupil of a concern and may read it by themselves: being told would let them read it, so watching
 * never shows anybody more (access.md). What needs checking, and what is about a member of staff, goes its own way.
 */
export async function tellWatchers(trx: Transaction, ground: Ground, told: Told): Promise<Recipient[]> {
  const { schoolId, concernId, concern, school } = told;
  const recipients = [...told.recipients];
  if (concern.quarantined || concern.staffPath) return recipients;
  const pupils = trx('concern_pupils')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereNotNull('pupil_id')
    .select('pupil_id');
  const watching = await trx('pupil_watchers')
    .where({ school_id: schoolId })
    .whereIn('pupil_id', pupils)
    .distinct()
    .orderBy('staff_id')
    .pluck<string[]>('staff_id');
  for (const staffId of watching) {
    if (!mayBeTold(staffId, concern, school)) continue;
    if (!(await mayRead(trx, ground, schoolId, { staffId, concernId }))) continue;
    const reason = { code: 'watching' } as const;
    const at = recipients.findIndex((one) => one.staffId === staffId);
    const known = recipients[at];
    if (known) recipients[at] = { ...known, reasons: [...known.reasons, reason] };
    else recipients.push({ staffId, reasons: [reason] });
  }
  return recipients;
}

async function mayRead(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  { staffId, concernId }: { staffId: string; concernId: string },
): Promise<boolean> {
  const actor = await elevatedActorOf(trx, schoolId, staffId);
  const facts = actor && (await knowConcerns(trx, ground, actor, [concernId])).get(concernId)?.facts;
  if (!facts) return false;
  const restrictions = await loadRestrictions(trx, schoolId);
  return can(actor, 'concern.read', { kind: 'guarded-concern', concern: facts, restrictions });
}
