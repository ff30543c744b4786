import type { Ground } from '../ground';
import { overdueAt } from '../school/overdue-at';
import { readSchool } from '../school/school';
import { nextOpenMoment } from '../school/school-hours';
import { readSettings } from '../school/settings';
import type { Transaction } from '../storage/database';
import { openDetails } from './documents';
import { readVersions, standing } from './versions';

/** What the migration of tasks of before wrote for "to be worked out": the day of a review is sealed, and it has no keys. */
const TO_BE_DATED = '9999';
/** Tasks of one kind that are dated in one transaction. */
const AT_ONCE = 50;

/**
 * Works out when the leads are told of reviews and leavers' files that were written down before anybody was told of any.
 * What is over already is told of when the school is next open, and stands on their list at once. Nothing is left of it
 * after the first time.
 */
export async function dateOldTasks(ground: Ground): Promise<void> {
  for (const date of [dateDocuments, dateMatters, dateLeaving])
    while ((await ground.database.write((trx) => date(trx, ground))) === AT_ONCE);
}

type Dating = (trx: Transaction, ground: Ground) => Promise<number>;

const dateDocuments: Dating = async (trx, ground) => {
  const rows = await trx('pupil_documents').where({ overdue_at: TO_BE_DATED }).orderBy('id').limit(AT_ONCE);
  for (const row of rows) {
    const { review } = openDetails(ground, row);
    await trx('pupil_documents')
      .where({ school_id: row.school_id, id: row.id, overdue_at: TO_BE_DATED })
      .update(await columnsOf(trx, ground, row.school_id, row.removed_at === null ? review : null));
  }
  return rows.length;
};

/** Only what stands now is looked at again. */
const dateMatters: Dating = async (trx, ground) => {
  const rows = await trx('pupil_matters').where({ overdue_at: TO_BE_DATED }).orderBy('id').limit(AT_ONCE);
  for (const { school_id, id, pupil_id } of rows) {
    const stands = standing(await readVersions(trx, ground, school_id, [pupil_id]));
    const { review = null, end = null } = stands.find((one) => one.id === id)?.stored ?? {};
    const day = end !== null && review !== null && end < review ? null : review;
    await trx('pupil_matters')
      .where({ school_id, id, overdue_at: TO_BE_DATED })
      .update(await columnsOf(trx, ground, school_id, day));
  }
  return rows.length;
};

const dateLeaving: Dating = async (trx, ground) => {
  const rows = await trx('leaving').where({ overdue_at: TO_BE_DATED }).orderBy('id').limit(AT_ONCE);
  for (const { school_id, id, due_day } of rows) {
    const { overdue_at } = await columnsOf(trx, ground, school_id, due_day);
    await trx('leaving').where({ school_id, id, overdue_at: TO_BE_DATED }).update({ overdue_at });
  }
  return rows.length;
};

/** @param day yyyy-mm-dd on the school's wall; null: nobody has to look at it again */
async function columnsOf(trx: Transaction, ground: Ground, schoolId: string, day: string | null) {
  if (day === null) return { review_day: null, overdue_at: null };
  const due = await overdueAt(trx, ground, schoolId, day);
  const { timeZone } = await readSchool(trx, ground, schoolId);
  const { hours, terms } = await readSettings(trx, ground, schoolId);
  // Nobody is woken for what was late for weeks.
  const open = new Date(nextOpenMoment(ground.clock.now(), { hours, terms, timeZone })).toISOString();
  return { review_day: day, overdue_at: Date.parse(due) < ground.clock.now() ? open : due };
}
