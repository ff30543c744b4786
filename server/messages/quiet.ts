import { faultOfQuiet, type QuietHours } from '../../protocol/quiet-hours';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSettings } from '../school/settings';
import type { AccountRow } from '../storage/rows/accounts';

/** The columns in which an account keeps its quiet hours. */
export const QUIET_COLUMNS = ['quiet_from', 'quiet_to', 'quiet_weekends'] as const;

/** Null each for somebody without an account. */
type Kept = { readonly [Column in (typeof QUIET_COLUMNS)[number]]: AccountRow[Column] | null };

/** The quiet hours that somebody has set for themselves. */
export function quietOf({
  quiet_from: from,
  quiet_to: to,
  quiet_weekends: weekends,
}: Kept): QuietHours | null {
  return from === null || to === null ? null : { from, to, weekends: weekends === 1 };
}

/** Quiet hours of this person and of their school. */
export async function readQuiet(
  ground: Ground,
  { schoolId, accountId }: StaffActor,
): Promise<{ own: QuietHours | null; school: QuietHours | null }> {
  const { read } = ground.database;
  const kept = await read('accounts')
    .where({ id: accountId })
    .first(...QUIET_COLUMNS);
  const { quiet } = await readSettings(read, ground, schoolId);
  return { own: kept ? quietOf(kept) : null, school: quiet };
}

/** Sets this person's own; alerts that wait already go when they were to. @throws problem 'not-valid' */
export async function setQuiet(
  ground: Ground,
  { schoolId, staffId, accountId }: StaffActor,
  quiet: QuietHours | null,
): Promise<void> {
  const fault = quiet && faultOfQuiet(quiet);
  if (fault !== null) throw problem('not-valid', { field: 'body.quiet', title: fault });
  await ground.database.write(async (trx) => {
    await trx('accounts')
      .where({ id: accountId })
      .update({
        quiet_from: quiet?.from ?? null,
        quiet_to: quiet?.to ?? null,
        quiet_weekends: Number(quiet?.weekends ?? false),
      });
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'alert.quiet-hours-set',
      object: `staff:${staffId}`,
      facts: { on: quiet !== null },
    });
  });
}
