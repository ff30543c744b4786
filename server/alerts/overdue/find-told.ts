import { can } from '../../access/can';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { knowConcerns, type KnownConcern } from '../../records/load-facts';
import { readDutyList, readLeads } from '../../school/duty';
import { loadRestrictions } from '../../school/load-restrictions';
import { elevatedActorOf } from '../../staff/elevated-actor';
import type { Transaction } from '../../storage/database';
import { readAbsences, type Absences } from '../absence/read-absences';
import { readersOf } from '../absence/readers';
import type { Reason, Recipient } from '../rules';
import { writeAlerts } from '../write-alerts';

/** Something about a concern, and whose it is. */
export interface Owned {
  readonly concern_id: string;
  readonly owner_id: string | null;
  readonly taken_by: string | null;
}

/** Somebody who is told that something is late. */
export interface Told {
  readonly staffId: string;
  /** What a message leads to; null: the list. */
  readonly alertId: string | null;
}

interface Found {
  readonly told: readonly Told[];
  /** Who would have been told if they were here, and finds it under "To read". */
  readonly away: readonly string[];
}

/** Why somebody finds a concern under "To read" again. */
interface Again {
  readonly reason: 'overdue' | 'addition';
  /** Who is not told of it. */
  readonly except: ReadonlySet<string>;
}
const LATE: Again = { reason: 'overdue', except: new Set() };

interface Reads {
  readonly staffId: string;
  readonly known: KnownConcern;
}

/**
 * The first of owner, who has it, leads that leaves anybody who may read it now. Whoever of these is away is passed over
 * while anybody else may know of it, as with every alert, and finds it in their inbox.
 */
export async function findTold(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  owned: Owned,
  { reason, except }: Again = LATE,
): Promise<Found> {
  const absences = await readAbsences(trx, ground, schoolId);
  const single = [owned.owner_id, owned.taken_by].flatMap((id) => (id === null ? [] : [[id]]));
  // Of what is about a member of staff its keepers, whom only the duty list knows.
  const duty = (await readDutyList(trx, schoolId)).map((one) => one.staffId);
  let meant: Reads[] = [];
  for (const step of [...single, await readLeads(trx, schoolId), duty]) {
    const able: Reads[] = [];
    for (const staffId of new Set(step)) {
      const known = except.has(staffId)
        ? null
        : await readsNow(trx, ground, schoolId, staffId, owned.concern_id);
      if (known) able.push({ staffId, known });
    }
    if (meant.length === 0) meant = able;
    const here = able.filter(({ staffId }) => !absences.has(staffId));
    if (here.length > 0)
      return putAgain(trx, ground, schoolId, owned, { told: here, meant, absences, reason });
  }
  return putAgain(trx, ground, schoolId, owned, { told: meant, meant, absences, reason });
}

/** The concern as somebody may read it today with full access; null: they may not, or have left. */
async function readsNow(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  staffId: string,
  concernId: string,
): Promise<KnownConcern | null> {
  const actor = await elevatedActorOf(trx, schoolId, staffId);
  const known = actor && (await knowConcerns(trx, ground, actor, [concernId])).get(concernId);
  if (!known) return null;
  const restrictions = await loadRestrictions(trx, schoolId);
  const guarded = { kind: 'guarded-concern', concern: known.facts, restrictions } as const;
  return can(actor, 'concern.read', guarded) ? known : null;
}

/**
 * Puts it under "To read" again for whoever could look it up with all its pupils anyway, or waits to be read there: an
 * alert opens a concern (access.md), and lateness must not.
 */
async function putAgain(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  { concern_id: concernId }: Owned,
  given: {
    told: readonly Reads[];
    /** Whom it is for, away or not. */
    meant: readonly Reads[];
    absences: Absences;
    reason: Again['reason'];
  },
): Promise<Found> {
  const { told, meant, absences, reason: code } = given;
  const away = meant.filter((one) => !told.includes(one));
  const instead = away.map(
    ({ staffId }): Reason => ({ code, inPlaceOf: staffId, awayUntil: absences.get(staffId)?.until ?? null }),
  );
  const readsAnyway = await readersOf(trx, ground, { schoolId, concernId });
  const recipients: Recipient[] = [];
  for (const one of [...told, ...away]) {
    const { staffId, known } = one;
    if (known.row.about_staff === 1) continue;
    if (known.alert?.readAt !== null && !(await readsAnyway(staffId))) continue;
    const own: Reason[] = meant.includes(one) ? [{ code }] : [];
    recipients.push(
      away.includes(one) ? { staffId, reasons: own, away: true } : { staffId, reasons: [...own, ...instead] },
    );
  }
  const at = timeStamp(ground.clock);
  const alarm = { schoolId, concernId, recipients, at, again: true };
  const written = recipients.length === 0 ? [] : await writeAlerts(trx, ground, alarm, new Map());
  const alertOf = new Map(written.map(({ staffId, alertId }) => [staffId, alertId]));
  return {
    told: told.map(({ staffId, known }) => ({
      staffId,
      alertId: alertOf.get(staffId) ?? known.alert?.id ?? null,
    })),
    away: away.map(({ staffId }) => staffId),
  };
}
