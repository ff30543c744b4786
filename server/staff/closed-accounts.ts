import { appendAudit } from '../audit/append';
import type { ChangeStep } from '../school/apply-change';
import { cellsOf } from '../storage/cells';
import { ACCOUNTS } from '../storage/key-ring';
import type { Reader, Transaction } from '../storage/database';
import { useUpLinks } from './link-store';
import { endSessions, listOpenSessions } from './session-store';

type Step = Pick<ChangeStep, 'trx' | 'ground' | 'schoolId' | 'at'>;

/** Whether any school has this account on its staff; leavers have it too, since they may be brought back. */
async function isHeld(reader: Reader, accountId: string): Promise<boolean> {
  return (await reader('staff').where({ account_id: accountId }).first('id')) !== undefined;
}

/**
 * The account of an address, or null. One that nobody has any more is closed first: its password and keys are not those
 * of the next person who is given the address (docs/specs/staff.md). It stays locked until the transaction ends.
 */
export async function findHeldAccount(step: Step, index: string): Promise<string | null> {
  const account = await step.trx('accounts').where({ email_index: index }).forUpdate().first('id');
  if (!account) return null;
  if (await isHeld(step.trx, account.id)) return account.id;
  await closeAccount(step, account.id, `account:${account.id}`);
  return null;
}

/** Whether this account still has the address, and is somebody's; locks it until the transaction ends. */
export async function stillHas(trx: Transaction, accountId: string, index: string): Promise<boolean> {
  const account = await trx('accounts').where({ id: accountId, email_index: index }).forUpdate().first('id');
  return account !== undefined && (await isHeld(trx, accountId));
}

/** Closes the account that a person had until now, unless another school has it. Call it after the row is written. */
export async function closeIfLeft(step: Step, accountId: string, staffId: string): Promise<void> {
  await step.trx('accounts').where({ id: accountId }).forUpdate().first('id');
  if (!(await isHeld(step.trx, accountId))) await closeAccount(step, accountId, `staff:${staffId}`);
}

/**
 * The row stays, for what names it, and nothing finds it again: no address, password, key, code, link, session or right.
 * @param object whose it was, for the audit
 */
async function closeAccount(step: Step, id: string, object: string): Promise<void> {
  const { trx, ground, schoolId, at } = step;
  await trx('accounts')
    .where({ id })
    .update({
      email_index: `closed:${id}`,
      ...cellsOf(ground.keys, ACCOUNTS, 'accounts').seal(id, { email: '' }),
      password_hash: null,
      password_set_at: null,
    });
  await endSessions(trx, await listOpenSessions(trx, { account_id: id }), at);
  await useUpLinks(trx, id, at);
  const keys = await dropKeys(trx, id, at);
  await trx('known_browsers').where({ account_id: id }).delete();
  await trx('provider_identities')
    .where({ account_id: id })
    .whereNull('removed_at')
    .update({ subject_index: null, removed_at: at });
  const trusted = await trx('trust_administrators')
    .where({ account_id: id, ended_at: null })
    .update({ ended_at: at });
  const entry = { schoolId, at, actor: 'server', object };
  const closed = { ...entry, what: 'account.closed', facts: { keys } };
  await appendAudit(trx, closed, ...(trusted > 0 ? [{ ...entry, what: 'trust.ended' }] : []));
}

/** Every key and code of an account, also what is only begun. @returns how many keys it had */
async function dropKeys(trx: Transaction, id: string, at: string): Promise<number> {
  const own = { account_id: id };
  await trx('passkey_challenges').where(own).delete();
  await trx('security_keys')
    .where({ ...own, state: 'pending' })
    .delete();
  await trx('recovery_codes').where(own).whereNull('used_at').update({ used_at: at });
  return trx('security_keys').where(own).whereNull('removed_at').update({ removed_at: at });
}
