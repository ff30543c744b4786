import type { Transaction } from '../storage/database';

/**
 * Forgets every security key of an account that was begun and not saved: whoever began it may have done so by what is
 * taken from them now. Locks the account, as beginning and saving do, so that none slips through at the same moment.
 */
export async function dropPendingKeys(trx: Transaction, accountId: string): Promise<void> {
  await trx('accounts').where({ id: accountId }).forUpdate().first('id');
  await trx('passkey_challenges').where({ account_id: accountId, purpose: 'register' }).delete();
  await trx('security_keys').where({ account_id: accountId, state: 'pending' }).delete();
}
