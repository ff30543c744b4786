import { uuidv7 } from '../../../protocol/identifiers';
import { can } from '../../access/can';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { queueMessages } from '../../messages/queue';
import { knowConcerns, type KnownConcern } from '../../records/load-facts';
import { readDutyList, readLeads } from '../../school/duty';
import { loadRestrictions } from '../../school/load-restrictions';
import { elevatedActorOf } from '../../staff/elevated-actor';
import type { Reader, Transaction } from '../../storage/database';
import { readAbsences } from '../absence/read-absences';
import { readersOf } from '../absence/readers';
import { loadChannels, readSchoolName } from '../channels';
import { messagesFor } from '../messages-for';

/** Late actions of one school that are told of in one transaction. */
const AT_ONCE = 50;

interface Late {
  readonly id: string;
  readonly concern_id: string;
  readonly owner_id: string | null;
  readonly taken_by: string | null;
  readonly reference: string;
}

/** Actions of concerns that nobody has closed, whose owners are to be told now. */
export function lateActions(reader: Reader, now: string) {
  return reader('concern_actions as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where('a.overdue_at', '<=', now)
    .whereNull('c.closed_at');
}

/**
 * Tells the owner of each action that is late, once, however many processes look: mark, alert, messages and audit in one
 * transaction. Where its owner has left, is away or may not read the concern any more, whoever has the concern is told, else
 * the leads. It opens nothing to anybody that they could not open before.
 * @returns who was told, so that their inboxes look again
 */
export async function tellOverdue(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  return ground.database.write(async (trx) => {
    const told = new Set<string>();
    const late = await lateActions(trx, timeStamp(ground.clock))
      .where('a.school_id', schoolId)
      .orderBy('a.overdue_at')
      .limit(AT_ONCE)
      .select<Late[]>('a.id', 'a.concern_id', 'a.owner_id', 'c.taken_by', 'c.reference');
    for (const one of late) {
      const marked = await trx('concern_actions')
        .where({ school_id: schoolId, id: one.id })
        .whereNotNull('overdue_at')
        .update({ overdue_at: null });
      if (marked === 0) continue;
      for (const staffId of await tellOf(trx, ground, schoolId, one)) told.add(staffId);
    }
    return told;
  });
}

async function tellOf(trx: Transaction, ground: Ground, schoolId: string, late: Late): Promise<string[]> {
  // Whoever is away is passed over while anybody else may know of it, as with every alert.
  const away = new Set((await readAbsences(trx, ground, schoolId)).keys());
  const present = await findTold(trx, ground, schoolId, late, { ...LATE, except: away });
  const told = present.length > 0 ? present : await findTold(trx, ground, schoolId, late);
  for (const { staffId, alertId } of told) {
    const word = `overdue:${late.id}`;
    await queueLate(trx, ground, schoolId, { staffId, alertId, late, template: 'overdue', word });
  }
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: 'heed',
    what: 'concern.action-overdue',
    object: `concern:${late.concern_id}`,
    facts: { action: late.id, alerted: told.map(({ staffId }) => staffId) },
  });
  return told.map(({ staffId }) => staffId);
}

/** Somebody who is told that something is late. */
export interface Told {
  readonly staffId: string;
  /** What a message leads to; null: the list. */
  readonly alertId: string | null;
}

/** Why somebody finds a concern under "To read" again. */
interface Again {
  readonly reason: 'overdue' | 'addition';
  /** Who is not told of it. */
  readonly except: ReadonlySet<string>;
}
const LATE: Again = { reason: 'overdue', except: new Set() };

/** The first of owner, who has it, leads that leaves anybody who may read it now. */
export async function findTold(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  late: Omit<Late, 'id'>,
  { reason, except }: Again = LATE,
): Promise<Told[]> {
  const single = [late.owner_id, late.taken_by].flatMap((id) => (id === null ? [] : [[id]]));
  // Of what is about a member of staff its keepers, whom only the duty list knows.
  const duty = (await readDutyList(trx, schoolId)).map((one) => one.staffId);
  for (const step of [...single, await readLeads(trx, schoolId), duty]) {
    const told: Told[] = [];
    for (const staffId of new Set(step)) {
      if (except.has(staffId)) continue;
      const known = await readsNow(trx, ground, schoolId, staffId, late.concern_id);
      if (!known) continue;
      const place = { school_id: schoolId, concern_id: late.concern_id, staff_id: staffId };
      told.push({ staffId, alertId: await alertTo(trx, ground, place, known, reason) });
    }
    if (told.length > 0) return told;
  }
  return [];
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
async function alertTo(
  trx: Transaction,
  ground: Ground,
  place: { school_id: string; concern_id: string; staff_id: string },
  { row, alert }: KnownConcern,
  reason: Again['reason'],
): Promise<string | null> {
  if (alert && alert.readAt === null) return alert.id;
  const readsAnyway = await readersOf(trx, ground, { schoolId: place.school_id, concernId: row.id });
  if (row.about_staff === 1 || !(await readsAnyway(place.staff_id))) return alert?.id ?? null;
  await trx('alerts')
    .insert({
      ...place,
      id: uuidv7(ground.clock.now()),
      reasons: JSON.stringify([{ code: reason }]),
      created_at: timeStamp(ground.clock),
    })
    .onConflict(['school_id', 'concern_id', 'staff_id'])
    .merge({ read_at: null });
  return (await trx('alerts').where(place).first('id'))?.id ?? null;
}

/** Queues what one person is told by each of their channels. @param word queues it only once */
export async function queueLate(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  {
    staffId,
    alertId,
    late,
    template,
    word,
  }: Told & { late: Pick<Late, 'reference'>; template: 'overdue' | 'files-late' | 'task-late'; word: string },
): Promise<void> {
  const person = (await loadChannels(trx, schoolId, [staffId])).get(staffId);
  if (!person) return;
  const schoolName = person.severalSites ? await readSchoolName(trx, ground.keys, schoolId) : null;
  const messages = messagesFor(person, {
    schoolId,
    template,
    staffId,
    alertId,
    content: { reference: late.reference, schoolName },
    word,
    shared: true,
  });
  await queueMessages(trx, ground, messages);
}
