import type { SecondPersonDeed } from '../messages/templates/second-person';
import { appendAudit } from '../audit/append';
import { HOUR, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import { emailIndex } from '../staff/account-store';
import { mailStaff } from '../staff/mail-staff';
import type { Reader } from '../storage/database';
import { ACCOUNTS } from '../storage/key-ring';
import { homeOf, listMemberships } from '../staff/memberships';
import { KeyFault } from './key-fault';

/** Who has to agree to what the shell does to somebody's key, and whose key it is. */
export interface SecondPerson {
  readonly schoolId: string;
  readonly staffId: string;
  readonly name: string;
  readonly owner: { readonly staffId: string; readonly name: string };
}

/** What somebody is asked to agree to: this deed, to this key, and nothing else. */
export interface AskedDeed {
  readonly deed: SecondPersonDeed;
  readonly keyId: string;
}

const LENGTH = 8;
/** As in recovery codes: nobody takes one character for another (recovery-codes.ts). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The second person that the shell named: somebody else of a school of the key's owner, who has not left, and whom the
 * school trusts with this: on its duty list or keeping its staff. @throws KeyFault
 */
export async function findSecondPerson(
  ground: Ground,
  accountId: string,
  email: string,
  deed: SecondPersonDeed,
): Promise<SecondPerson> {
  const reader = ground.database.read;
  const account = await reader('accounts')
    .where({ email_index: emailIndex(ground.keys, email) })
    .first('id');
  if (account?.id === accountId)
    throw new KeyFault('The second person cannot be the one whose key it is. Name somebody else.');
  const home = await homeOf(reader, accountId);
  // As in Heed: only the school that the owner has belonged to longest lets a key count (waiting-keys.ts).
  const schools = deed === 'confirm' && home ? [home] : await listMemberships(reader, accountId);
  for (const { schoolId, staffId: ownerId } of schools) {
    const second = account && (await findTrusted(reader, schoolId, account.id));
    if (!second) continue;
    const names = await readStaffNames(reader, ground, schoolId, [second, ownerId]);
    const nameOf = (id: string) => names.get(id)?.name ?? '';
    return {
      schoolId,
      staffId: second,
      name: nameOf(second),
      owner: { staffId: ownerId, name: nameOf(ownerId) },
    };
  }
  throw new KeyFault(
    `${email} is nobody who may be the second person: name a lead, the head, the chair, or an administrator of staff of the same school.`,
  );
}

async function findTrusted(reader: Reader, schoolId: string, accountId: string): Promise<string | null> {
  const here = { school_id: schoolId };
  const row = await reader('staff')
    .where({ ...here, account_id: accountId, disabled_at: null })
    .first();
  if (!row) return null;
  const onDuty: unknown = await reader('duty_list')
    .where({ ...here, staff_id: row.id })
    .first('role');
  const group = await reader('user_groups')
    .where({ ...here, id: row.group_id })
    .first('administration');
  return onDuty || group?.administration.split(',').includes('staff') ? row.id : null;
}

/** Mails the second person what is asked of them, with the code that says that they agree; in the audit. */
export async function askSecondPerson(ground: Ground, second: SecondPerson, asked: AskedDeed): Promise<void> {
  const { schoolId, staffId, owner } = second;
  const at = timeStamp(ground.clock);
  const code = codeOf(ground, second, asked, hourOf(ground));
  await ground.database.write(async (trx) => {
    await mailStaff(trx, ground, schoolId, [staffId], () => ({
      template: 'second-person',
      more: { deed: asked.deed, owner: owner.name, code },
      once: `second-person:${asked.deed}:${asked.keyId}:${at}`,
    }));
    await appendAudit(trx, {
      schoolId,
      at,
      actor: 'shell',
      what: 'security-key.second-asked',
      object: `staff:${owner.staffId}`,
      facts: { kind: asked.deed, key: asked.keyId, second: staffId },
    });
  });
}

/** @throws KeyFault where this is not the code that this person was mailed for this deed within the hour */
export function mustAgree(ground: Ground, second: SecondPerson, asked: AskedDeed, typed: string): void {
  const given = typed.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0').replaceAll(/[\s-]/g, '');
  const hour = hourOf(ground);
  if (![hour, hour - 1].some((one) => codeOf(ground, second, asked, one) === given))
    throw new KeyFault(
      'This is not the code that the second person was mailed within the hour. Ask them again, or run the command without --code for a new one.',
    );
}

const hourOf = (ground: Ground): number => Math.floor(ground.clock.now() / HOUR);

/**
 * Nothing is stored: the code follows from what is asked, of whom and in which hour, under the accounts' index key. It
 * works once, since the deed cannot be done twice.
 */
function codeOf(ground: Ground, second: SecondPerson, { deed, keyId }: AskedDeed, hour: number): string {
  const word = [deed, keyId, second.schoolId, second.staffId, String(hour)].join(' ');
  const bytes = Buffer.from(ground.keys.blindIndex(ACCOUNTS, 'second-person', word), 'hex');
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');
}
