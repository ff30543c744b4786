import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { isPushed } from './people';

/** Whether alerts come by e-mail: as the person has said, and all the same while no device of theirs is reached. */
export async function readMailAlerts(
  ground: Ground,
  { schoolId, staffId, accountId }: StaffActor,
): Promise<{ on: boolean; anyway: boolean }> {
  const { read } = ground.database;
  const account = await read('accounts').where({ id: accountId }).first('mail_alerts');
  const on = account?.mail_alerts === 1;
  return { on, anyway: !on && !(await isPushed(read, schoolId, staffId)) };
}

/** Switches alerts by e-mail on or off, at every school of this person. Mails about the account itself always go. */
export async function setMailAlerts(
  ground: Ground,
  { schoolId, staffId, accountId }: StaffActor,
  on: boolean,
): Promise<void> {
  await ground.database.write(async (trx) => {
    await trx('accounts')
      .where({ id: accountId })
      .update({ mail_alerts: Number(on) });
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'alert.email-set',
      object: `staff:${staffId}`,
      facts: { on },
    });
  });
}
