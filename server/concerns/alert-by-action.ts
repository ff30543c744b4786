import type { NewAction } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import { coverAbsences, type Covered } from '../alerts/absence/cover-absences';
import { loadRules } from '../alerts/load-rules';
import { raiseAlerts } from '../alerts/raise-alerts';
import { mayBeTold } from '../alerts/recipients';
import type { Reason } from '../alerts/rules';
import type { Ground } from '../ground';
import { knowConcerns } from '../records/load-facts';
import type { Reader, Transaction } from '../storage/database';

const BY_ACTION: Reason = { code: 'action' };

interface Tellable {
  readonly staff: ReadonlySet<string>;
  /** Those of each alert group, by its id. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** What it is decided from; null: it goes its own way, and nobody may be told. */
  readonly by: Pick<Covered, 'concern' | 'school'> | null;
}

/**
 * Whom somebody who decides about a concern may alert to it: colleagues at work, but not its author, whom it is about,
 * and who is close to one of its pupils (product.md section 4). What is about a member of staff goes its own way alone.
 */
export async function readTellable(
  reader: Reader,
  ground: Ground,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  concernId: string,
): Promise<Tellable> {
  const known = (await knowConcerns(reader, ground, { schoolId, staffId }, [concernId])).get(concernId);
  if (!known || known.facts.keptBy !== null) return { staff: new Set(), members: new Map(), by: null };
  const { aboutStaff, pupils } = known.facts;
  const school = await loadRules(reader, schoolId);
  const about = {
    authorId: known.row.author_id,
    aboutStaff,
    pupils,
    staffPath: false,
    quarantined: known.facts.quarantined,
  };
  const may = (id: string) => id !== staffId && mayBeTold(id, about, school);
  return {
    staff: new Set([...school.present].filter(may)),
    members: new Map([...school.members].map(([id, members]) => [id, members.filter(may)])),
    by: { concern: about, school },
  };
}

/** Those of whom an action names who may be told, each once. */
export function toldBy(
  { alert }: Pick<NewAction, 'alert'>,
  { staff, members }: Pick<Tellable, 'staff' | 'members'>,
): string[] {
  const inGroups = alert.groups.flatMap((id) => members.get(id) ?? []);
  return [...new Set([...alert.staff.filter((id) => staff.has(id)), ...inGroups])];
}

/**
 * Alerts whom an action names, inside its transaction: the concern is under *To read* for them, also where they had read
 * it, and a message goes at once. For whoever is away somebody else is told, as by every alert, but never its sender: they
 * know. The caller announces it after the commit.
 * @returns who was alerted
 */
export async function alertByAction(
  trx: Transaction,
  ground: Ground,
  actor: Pick<StaffActor, 'schoolId' | 'staffId'>,
  { concernId, action, at }: { concernId: string; action: NewAction; at: string },
): Promise<string[]> {
  if (!namesAnybody(action)) return [];
  const { schoolId } = actor;
  const tellable = await readTellable(trx, ground, actor, concernId);
  const named = toldBy(action, tellable).map((staffId) => ({ staffId, reasons: [BY_ACTION] }));
  const concern = await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .first('reference', 'urgent');
  if (!concern || !tellable.by || named.length === 0) return [];
  const recipients = await coverAbsences(trx, ground, {
    schoolId,
    concernId,
    recipients: named,
    ...tellable.by,
    knowing: new Set([actor.staffId]),
  });
  await raiseAlerts(trx, ground, {
    schoolId,
    concernId,
    reference: concern.reference,
    urgent: concern.urgent === 1,
    recipients,
    at,
    again: true,
    // A message of its own, also to whoever was alerted to it before.
    gathering: { key: `action:${action.actionId}`, until: at },
    atOnce: true,
  });
  return recipients.map(({ staffId }) => staffId);
}

/** Whether anybody is to be told of it. */
export function namesAnybody({ alert }: Pick<NewAction, 'alert'>): boolean {
  return alert.staff.length + alert.groups.length > 0;
}
