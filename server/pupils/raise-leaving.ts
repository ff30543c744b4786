import { uuidv7 } from '../../protocol/identifiers';
import { timeStamp } from '../clock';
import { overdueAt } from '../school/overdue-at';
import type { ChangeStep } from '../school/apply-change';
import { localTime } from '../school/local-time';
import { schoolDayAfter } from '../school/school-days';
import { readSchool } from '../school/school';
import { readSettings } from '../school/settings';

type RaiseStep = Pick<ChangeStep, 'trx' | 'ground' | 'schoolId' | 'at'>;

/** School days that the leads have for it (product: a file follows its child within five). */
const SCHOOL_DAYS = 5;

/**
 * Raises the task to hand a file on for each of these pupils about whom something stands: a record, a plan, a document.
 * Whoever has one that is not done keeps that one.
 */
export async function raiseLeaving(step: RaiseStep, ids: readonly string[], on: string): Promise<void> {
  const { trx, ground, schoolId, at } = step;
  const { timeZone } = await readSchool(trx, ground, schoolId);
  const { terms } = await readSettings(trx, ground, schoolId);
  const { day: today } = localTime(ground.clock.now(), timeZone);
  const due = schoolDayAfter(on > today ? on : today, SCHOOL_DAYS, terms);
  for (const pupilId of ids) {
    const here = { school_id: schoolId, pupil_id: pupilId };
    const open = await trx('leaving').where(here).whereNull('done_at').whereNull('dropped_at').first('id');
    if (open) continue;
    const stands =
      (await trx('concern_pupils').where(here).first('concern_id')) ??
      (await trx('pupil_documents').where(here).first('id')) ??
      (await trx('pupil_matters').where(here).first('id'));
    if (!stands) continue;
    const overdue_at = await overdueAt(trx, ground, schoolId, due);
    const id = uuidv7(ground.clock.now());
    await trx('leaving').insert({ ...here, id, raised_at: at, due_day: due, overdue_at });
  }
}

/**
 * The same where something comes to stand about pupils when they have left: a tablet that was offline, a record that was
 * another pupil's, an earlier record that came in late. What was handed on before is handed on again with it.
 */
export async function raiseForLeft(step: RaiseStep, ids: readonly string[]): Promise<void> {
  const left = await step
    .trx('pupils')
    .where({ school_id: step.schoolId })
    .whereIn('id', ids)
    .whereNotNull('left_at')
    .whereNull('joined_into')
    .pluck<string[]>('id');
  if (left.length > 0) await raiseLeaving(step, left, '');
}

/** Who is back on roll needs no file handed on. */
export async function dropLeaving(step: Omit<RaiseStep, 'at'>, ids: readonly string[]): Promise<void> {
  await step
    .trx('leaving')
    .where({ school_id: step.schoolId })
    .whereIn('pupil_id', ids)
    .whereNull('done_at')
    .whereNull('dropped_at')
    .update({ dropped_at: timeStamp(step.ground.clock) });
}
