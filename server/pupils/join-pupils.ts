import type { ChangeOf } from '../../protocol/changes/change';
import type { Contact } from '../../protocol/changes/pupils';
import { rollRefusals } from '../../protocol/words/refusals/roll';
import { timeStamp } from '../clock';
import { problem } from '../http/problem';
import type { Applied, ChangeStep } from '../school/apply-change';
import { noteRightsEnded } from '../staff/rights-ended';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { PupilRow } from '../storage/rows/school';
import { readContacts, sameContact, writeContacts } from './contacts';
import { mustAllBeHere, setSiblings } from './pupil-rows';
import { dropLeaving } from './raise-leaving';

/**
 * Joins a pupil who was entered twice. Nothing is deleted: the row stays as the name under which records were written,
 * and says where they went. Where one of the two may not be contacted, or has a number that the other lacks, the pupil
 * who stays has it.
 * @throws problem 'not-valid' for one and the same pupil, and where the one who stays has left and the other has not
 */
export async function joinPupils(
  step: ChangeStep,
  { pupilId, intoId }: ChangeOf<'pupil.join'>,
): Promise<Applied> {
  if (pupilId === intoId) refuse(rollRefusals.oneAlready);
  await mustAllBeHere(step, [pupilId, intoId]);
  const [from, into] = [await findRow(step, pupilId), await findRow(step, intoId)];
  if (into.left_at !== null && from.left_at === null) refuse(rollRefusals.keepOnRoll);
  await joinLeaving(step, from, into);
  await endForClose(step, pupilId, intoId);
  await moveRecords(step, pupilId, intoId);
  await joinSiblings(step, pupilId, intoId);
  await joinTexts(step, from, into);
  return { object: `pupil:${pupilId}`, facts: { into: intoId } };
}

function refuse(title: string): never {
  throw problem('not-valid', { field: 'intoId', title });
}

async function findRow({ trx, schoolId }: ChangeStep, id: string): Promise<PupilRow> {
  const row = await trx('pupils').where({ school_id: schoolId, id }).first();
  if (!row) throw problem('not-found');
  return row;
}

/** A pupil who is on roll has no file to be handed on, and nobody has two of them at once. */
async function joinLeaving(step: ChangeStep, from: PupilRow, into: PupilRow): Promise<void> {
  const open = await step
    .trx('leaving')
    .where({ school_id: step.schoolId, pupil_id: into.id })
    .whereNull('done_at')
    .whereNull('dropped_at')
    .first('id');
  if (into.left_at === null || open) await dropLeaving(step, [from.id]);
}

/** Whoever is close to the one who stays could read what stood under the other entry. */
async function endForClose({ trx, schoolId }: ChangeStep, from: string, into: string): Promise<void> {
  const closeTo = (pupilId: string) =>
    trx('connected_staff').where({ school_id: schoolId, pupil_id: pupilId }).pluck<string[]>('staff_id');
  const before = new Set(await closeTo(from));
  const lost = (await closeTo(into)).filter((staffId) => !before.has(staffId));
  await noteRightsEnded(trx, schoolId, lost.sort());
}

/** Records, and the staff who are close: they stay connected to the old entry as well, so that nobody is freed. */
async function moveRecords({ trx, schoolId }: ChangeStep, from: string, into: string): Promise<void> {
  const here = { school_id: schoolId };
  await trx('concern_pupils')
    .where({ ...here, pupil_id: from })
    .update({ pupil_id: into });
  for (const column of ['pupil_id', 'other_id'] as const)
    await trx('pupil_matters')
      .where({ ...here, [column]: from })
      .update({ [column]: into });
  for (const table of ['pupil_documents', 'leaving'] as const)
    await trx(table)
      .where({ ...here, pupil_id: from })
      .update({ pupil_id: into });
  await moveWatching(trx, here, from, into);
  await trx('pupils')
    .where({ ...here, joined_into: from })
    .update({ joined_into: into });
  const staff = await trx('connected_staff')
    .where({ ...here, pupil_id: from })
    .pluck('staff_id');
  if (staff.length === 0) return;
  await trx('connected_staff')
    .insert(staff.map((staffId) => ({ ...here, pupil_id: into, staff_id: staffId })))
    .onConflict(['school_id', 'pupil_id', 'staff_id'])
    .ignore();
}

/** Whoever watched the one watches the other, each once. */
async function moveWatching(
  trx: Transaction,
  here: { school_id: string },
  from: string,
  into: string,
): Promise<void> {
  const old = { ...here, pupil_id: from };
  const watchers = await trx('pupil_watchers').where(old);
  const categories = await trx('watched_categories').where(old);
  await trx('pupil_watchers').where(old).delete();
  await trx('watched_categories').where(old).delete();
  if (watchers.length > 0)
    await trx('pupil_watchers')
      .insert(watchers.map((row) => ({ ...row, pupil_id: into })))
      .onConflict(['school_id', 'pupil_id', 'staff_id'])
      .ignore();
  if (categories.length > 0)
    await trx('watched_categories')
      .insert(categories.map((row) => ({ ...row, pupil_id: into })))
      .onConflict(['school_id', 'pupil_id', 'category_id'])
      .ignore();
}

async function joinSiblings(step: ChangeStep, from: string, into: string): Promise<void> {
  const others = await step
    .trx('siblings')
    .where({ school_id: step.schoolId })
    .whereIn('pupil_id', [from, into])
    .pluck('other_id');
  await setSiblings(step, from, []);
  await setSiblings(
    step,
    into,
    others.filter((id) => id !== from),
  );
}

async function joinTexts(step: ChangeStep, from: PupilRow, into: PupilRow): Promise<void> {
  const { trx, schoolId, ground } = step;
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const open = (row: PupilRow, column: 'upn' | 'pupil_ref' | 'contacts' | 'contact_flags') =>
    cells.open(row.id, column, row[column]);
  const upn = open(into, 'upn') ?? open(from, 'upn');
  const pupilRef = open(into, 'pupil_ref') ?? open(from, 'pupil_ref');
  const index = (number: string) => ground.keys.blindIndex(schoolId, 'pupil', number);
  const match = index(upn ?? pupilRef ?? into.id);
  const contactsOf = (row: PupilRow) => readContacts(open(row, 'contacts'), open(row, 'contact_flags'));
  await trx('pupils')
    .where({ school_id: schoolId, id: from.id })
    .update({
      joined_into: into.id,
      left_at: from.left_at ?? timeStamp(ground.clock),
      // The number that an import looks for leads to one entry only.
      ...(match === from.match_index ? { match_index: index(from.id) } : {}),
    });
  await trx('pupils')
    .where({ school_id: schoolId, id: into.id })
    .update({
      match_index: match,
      ...cells.seal(into.id, {
        upn,
        pupil_ref: pupilRef,
        ...writeContacts(joinContacts(contactsOf(into), contactsOf(from))),
      }),
    });
}

/** The contacts of both; what either entry says of a person stands. */
function joinContacts(kept: readonly Contact[], more: readonly Contact[]): Contact[] {
  const both = kept.map((one) => {
    const twins = [one, ...more.filter((other) => sameContact(one, other))];
    return {
      ...one,
      parentalResponsibility: twins.some((twin) => twin.parentalResponsibility),
      doNotContact: twins.some((twin) => twin.doNotContact),
    };
  });
  return [...both, ...more.filter((other) => !kept.some((one) => sameContact(one, other)))];
}
