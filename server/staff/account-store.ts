import type { Reader, Transaction } from '../storage/database';
import { cellsOf } from '../storage/cells';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';
import type { AccountRow } from '../storage/rows/accounts';
import type { Ground } from '../ground';

/** An account with its membership of one school; `staff_id` is null where it is no member, or has left. */
export type AccountAtSchool = AccountRow & { readonly staff_id: string | null };

/** Blind index under which an address is found: the same for every spelling of its case. */
export function emailIndex(keys: KeyRing, email: string): string {
  return keys.blindIndex(ACCOUNTS, 'email', email);
}

/** The account of an address, or of an id, as seen from one school. */
export async function findAccount(
  reader: Reader,
  schoolId: string,
  which: { email_index: string } | { id: string },
): Promise<AccountAtSchool | null> {
  const [column, value] =
    'id' in which ? ['accounts.id', which.id] : ['accounts.email_index', which.email_index];
  const row = await reader('accounts')
    .leftJoin('staff', (on) =>
      on
        .on('staff.account_id', 'accounts.id')
        .andOnVal('staff.school_id', schoolId)
        .andOnNull('staff.disabled_at'),
    )
    .where(column, value)
    .first<AccountAtSchool | undefined>('accounts.*', 'staff.id as staff_id');
  return row ?? null;
}

/** The address of an account, opened. */
export function openEmail(ground: Ground, account: Pick<AccountRow, 'id' | 'email'>): string {
  return cellsOf(ground.keys, ACCOUNTS, 'accounts').open(account.id, 'email', account.email) ?? '';
}

/** Address and name of some staff members of one school who have not left and can be mailed. */
export async function readMailboxes(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  staffIds: readonly string[],
): Promise<{ staffId: string; email: string }[]> {
  const rows = await reader('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereIn('staff.id', staffIds)
    .whereNull('staff.disabled_at')
    .select<
      (Pick<AccountRow, 'id' | 'email'> & { staff_id: string })[]
    >('staff.id as staff_id', 'accounts.id', 'accounts.email');
  return rows.map((row) => ({ staffId: row.staff_id, email: openEmail(ground, row) }));
}

/** Writes the time of the first log-in, of the account and, for a lead, of the school (access.md, Traps). */
export async function noteLogIn(
  trx: Transaction,
  given: { accountId: string; schoolId: string; lead: boolean; now: string },
): Promise<void> {
  await trx('accounts')
    .where({ id: given.accountId })
    .whereNull('first_log_in_at')
    .update({ first_log_in_at: given.now });
  if (!given.lead) return;
  await trx('schools')
    .where({ id: given.schoolId })
    .whereNull('first_lead_at')
    .update({ first_lead_at: given.now });
}

/**
 * Whether an account still has the password that was verified before this transaction. Locks it, so that a reset or a
 * change, which end every session, come wholly before or wholly after what the old password began.
 */
export async function holdsPassword(
  trx: Transaction,
  verified: Pick<AccountRow, 'id' | 'password_hash'>,
): Promise<boolean> {
  const kept = await trx('accounts').where({ id: verified.id }).forUpdate().first('password_hash');
  return kept !== undefined && kept.password_hash === verified.password_hash;
}

export async function savePassword(
  trx: Transaction,
  accountId: string,
  hash: string,
  now: string,
): Promise<void> {
  await trx('accounts').where({ id: accountId }).update({ password_hash: hash, password_set_at: now });
}
