import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { keyChanges } from '../messages/templates/key-changes';
import { readLeads } from '../school/duty';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';

type Whose = Pick<StaffActor, 'schoolId' | 'staffId'>;

/** Mails this person that their keys changed, in the transaction of the change. `once` names the change. */
export async function mailKeyChange(
  trx: Transaction,
  ground: Ground,
  whose: Whose,
  change: keyof typeof keyChanges,
  once: string,
): Promise<void> {
  const { schoolId, staffId } = whose;
  await mailStaff(trx, ground, schoolId, [staffId], () => ({
    template: 'key-change',
    more: { what: keyChanges[change] },
    once: `key-${change}:${once}`,
  }));
}

/** Mails the school's leads, and whoever had a part in it, that a lost key was removed; whose it was, they find in Heed. */
export async function mailLeadsOfLostKey(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  keyId: string,
  others: readonly string[] = [],
): Promise<void> {
  const told = new Set([...(await readLeads(trx, schoolId)), ...others]);
  await mailStaff(trx, ground, schoolId, [...told], (staffId) => ({
    template: 'rights-change',
    more: { step: 'lost-key' },
    once: `lost-key:${keyId}:${staffId}`,
  }));
}

/** Mails the person and the school's leads that somebody tries codes. `once` names the day. */
export async function mailCodesGuessed(
  trx: Transaction,
  ground: Ground,
  whose: Whose,
  once: string,
): Promise<void> {
  const leads = await readLeads(trx, whose.schoolId);
  const everybody = [...new Set([whose.staffId, ...leads])];
  await mailStaff(trx, ground, whose.schoolId, everybody, (staffId) => ({
    template: 'codes-guessed',
    more: {},
    once: `guessed:${once}:${staffId}`,
  }));
}
