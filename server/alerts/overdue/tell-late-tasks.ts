import { can } from '../../access/can';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { loadPupilFacts } from '../../records/load-facts';
import { readLeads } from '../../school/duty';
import { loadRestrictions } from '../../school/load-restrictions';
import { elevatedActorOf } from '../../staff/elevated-actor';
import type { Reader, Transaction } from '../../storage/database';
import { queueLate } from './tell-overdue';

/** Tasks of one school that are told of in one transaction. */
const AT_ONCE = 50;

const tables = ['pupil_documents', 'pupil_matters', 'leaving'] as const;
type Table = (typeof tables)[number];

/** What each is in the audit. */
const deeds: Readonly<Record<Table, string>> = {
  pupil_documents: 'document.review-overdue',
  pupil_matters: 'pupil.review-overdue',
  leaving: 'leaver.overdue',
};

/** What of one kind the leads are to be told of now; what is off the page, done or dropped is told of nobody. */
function lateOf(reader: Reader, table: Table, now: string) {
  const due = reader(table).where('overdue_at', '<=', now);
  if (table === 'pupil_documents') return due.whereNull('removed_at');
  return table === 'leaving' ? due.whereNull('done_at').whereNull('dropped_at') : due;
}

/** Schools whose leads are to be told of something. */
export async function schoolsWithLateTasks(ground: Ground): Promise<string[]> {
  const schools = new Set<string>();
  for (const table of tables) {
    const late = lateOf(ground.database.read, table, timeStamp(ground.clock));
    for (const id of await late.distinct().pluck<string[]>('school_id')) schools.add(id);
  }
  return [...schools];
}

/**
 * Tells the leads of reviews whose day is over and of leavers' files that are late, each once, however many processes look:
 * every lead who keeps the page of that pupil, in one message whatever it is. The message names nobody and nothing.
 * @returns who was told, so that their lists look again
 */
export async function tellLateTasks(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  return ground.database.write(async (trx) => {
    const at = timeStamp(ground.clock);
    const late: { table: Table; id: string; pupilId: string }[] = [];
    for (const table of tables) {
      const rows = await lateOf(trx, table, at)
        .where({ school_id: schoolId })
        .orderBy('id')
        .limit(AT_ONCE)
        .select<{ id: string; pupil_id: string }[]>('id', 'pupil_id');
      for (const { id, pupil_id } of rows) {
        const one = { school_id: schoolId, id };
        const marked = await trx(table).where(one).whereNotNull('overdue_at').update({ overdue_at: null });
        if (marked > 0) late.push({ table, id, pupilId: pupil_id });
      }
    }
    const keepers = await keepersOf(trx, schoolId, [...new Set(late.map(({ pupilId }) => pupilId))]);
    const first = new Map<string, string>();
    for (const { id, pupilId } of late)
      for (const staffId of keepers.get(pupilId) ?? []) if (!first.has(staffId)) first.set(staffId, id);
    for (const [staffId, id] of first)
      await queueLate(trx, ground, schoolId, {
        staffId,
        alertId: null,
        late: { reference: '' },
        template: 'task-late',
        // A later day of the same task is told of anew.
        word: `task-late:${id}:${at.slice(0, 10)}`,
      });
    for (const { table, id, pupilId } of late)
      await appendAudit(trx, {
        schoolId,
        at,
        actor: 'heed',
        what: deeds[table],
        object: `pupil:${pupilId}`,
        facts: { task: id, alerted: keepers.get(pupilId) ?? [] },
      });
    return new Set(first.keys());
  });
}

/** The leads who keep the page of each of these pupils. */
async function keepersOf(
  trx: Transaction,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<Map<string, string[]>> {
  const keepers = new Map<string, string[]>();
  if (pupilIds.length === 0) return keepers;
  const restrictions = await loadRestrictions(trx, schoolId);
  const facts = await loadPupilFacts(trx, schoolId, pupilIds);
  for (const staffId of await readLeads(trx, schoolId)) {
    const actor = await elevatedActorOf(trx, schoolId, staffId);
    for (const [pupilId, one] of facts) {
      const pupil = { kind: 'guarded-pupil', pupil: { ...one, schoolId }, restrictions } as const;
      if (actor && can(actor, 'pupil.keep', pupil))
        keepers.set(pupilId, [...(keepers.get(pupilId) ?? []), staffId]);
    }
  }
  return keepers;
}
