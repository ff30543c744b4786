import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readLeads } from '../school/duty';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';

/** What the mail about a change of security keys says; without the name of the device. */
export const changes = {
  added: 'A security key was added to your account. It works from now on.',
  waits:
    'A security key was added to your account. It gives no full access until it is confirmed:\n' +
    'ask your safeguarding lead or administrator.',
  confirmed: 'A security key of your account was confirmed. It works from now on.',
  removed: 'A security key was removed from your account.',
  lost: 'Your school removed a lost security key from your account. Add a new one under Security Keys.',
  copied:
    'A passkey of your account was refused: its count of uses went backwards, so there may be a copy of it.\n' +
    'Remove it under Security Keys and add a new one.',
  renewed: 'New recovery codes were made for your account. The old ones no longer work.',
  recovery: 'A recovery code of your account was used. It does not work again.',
} as const;

type Whose = Pick<StaffActor, 'schoolId' | 'staffId'>;

/** Mails this person that their keys changed, in the transaction of the change. `once` names the change. */
export async function mailKeyChange(
  trx: Transaction,
  ground: Ground,
  whose: Whose,
  change: keyof typeof changes,
  once: string,
): Promise<void> {
  const { schoolId, staffId } = whose;
  await mailStaff(trx, ground, schoolId, [staffId], () => ({
    template: 'key-change',
    more: { what: changes[change] },
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
