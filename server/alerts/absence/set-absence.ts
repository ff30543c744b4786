import type { AbsencePlan } from '../../../protocol/absence';
import { absenceRefusals } from '../../../protocol/words/refusals/alerts';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import type { AbsenceStep } from '../../messages/templates/absence';
import { readStaffNames } from '../../school/names';
import { mailStaff } from '../../staff/mail-staff';
import type { Transaction } from '../../storage/database';
import type { AbsenceRow } from '../../storage/rows/absences';
import { longDay } from './long-day';
import { readToday } from './read-absences';

/**
 * Sets who is alerted in somebody's place, and when; both are told by mail, and whoever stood in before.
 * @throws problem 'not-found' for who is not on the staff, 'not-valid' for a cover or days that cannot be
 */
export async function setAbsence(
  ground: Ground,
  actor: StaffActor,
  staffId: string,
  plan: AbsencePlan,
): Promise<void> {
  const { schoolId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await check(trx, ground, schoolId, staffId, plan);
    const here = { school_id: schoolId, staff_id: staffId };
    const before = await trx('absences').where(here).first();
    const row: AbsenceRow = {
      ...here,
      cover_id: plan.coverId,
      from_day: plan.from,
      until_day: plan.until,
      set_by: actor.staffId,
      set_at: at,
    };
    await trx('absences').insert(row).onConflict(['school_id', 'staff_id']).merge();
    if (before && before.cover_id !== plan.coverId)
      await tell(trx, ground, before, { [before.cover_id]: 'over' }, at);
    await tell(trx, ground, row, { [staffId]: 'away', [plan.coverId]: 'covers' }, at);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: actor.staffId,
      what: 'alert.absence-set',
      object: `staff:${staffId}`,
      facts: { cover: plan.coverId, from: plan.from, until: plan.until },
    });
  });
}

/** Ends it now; both are told. Nothing happens where none is set. */
export async function endAbsence(ground: Ground, actor: StaffActor, staffId: string): Promise<void> {
  const { schoolId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const here = { school_id: schoolId, staff_id: staffId };
    const row = await trx('absences').where(here).first();
    if (!row) return;
    await trx('absences').where(here).delete();
    await tell(trx, ground, row, { [staffId]: 'back', [row.cover_id]: 'over' }, at);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: actor.staffId,
      what: 'alert.absence-ended',
      object: `staff:${staffId}`,
      facts: { cover: row.cover_id },
    });
  });
}

async function check(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  staffId: string,
  { coverId, from, until }: AbsencePlan,
): Promise<void> {
  const present = await trx('staff')
    .where({ school_id: schoolId })
    .whereIn('id', [staffId, coverId])
    .whereNull('disabled_at')
    .whereNull('offer')
    .pluck<string[]>('id');
  if (!present.includes(staffId)) throw problem('not-found');
  if (coverId === staffId || !present.includes(coverId))
    throw problem('not-valid', { field: 'body.coverId', title: absenceRefusals.notHere });
  if (until === null) return;
  if (until < from)
    throw problem('not-valid', { field: 'body.until', title: absenceRefusals.endsBeforeItBegins });
  if (until < (await readToday(trx, ground, schoolId)))
    throw problem('not-valid', { field: 'body.until', title: absenceRefusals.over });
}

/** Mails each of these people what became of it. */
async function tell(
  trx: Transaction,
  ground: Ground,
  row: AbsenceRow,
  steps: Readonly<Record<string, AbsenceStep>>,
  at: string,
): Promise<void> {
  const { school_id: schoolId, staff_id: away, cover_id: cover } = row;
  const names = await readStaffNames(trx, ground, schoolId, [away, cover]);
  const days = `from ${longDay(row.from_day)} ${row.until_day ? `to ${longDay(row.until_day)}` : 'until further notice'}`;
  await mailStaff(trx, ground, schoolId, Object.keys(steps), (staffId) => {
    const step = steps[staffId] ?? 'over';
    const other = names.get(staffId === away ? cover : away)?.name ?? '';
    return {
      template: 'absence',
      more: { step, other, days },
      once: `absence:${away}:${at}:${step}:${staffId}`,
    };
  });
}
