import type { Transaction } from '../storage/database';

/** Deletes rows that ended before the given times. */
export async function deleteOld(
  trx: Transaction,
  before: { limits: string; challenges: string; links: string; pendingKeys: string; browsers: string },
): Promise<void> {
  await trx('limits').where('expires_at', '<=', before.limits).delete();
  await trx('passkey_challenges').where('expires_at', '<', before.challenges).delete();
  await trx('sign_in_attempts').where('expires_at', '<', before.limits).delete();
  await trx('links').where('expires_at', '<', before.links).delete();
  await trx('security_keys')
    .where({ state: 'pending' })
    .where('created_at', '<', before.pendingKeys)
    .delete();
  await trx('site_changes').where('expires_at', '<', before.pendingKeys).delete();
  await trx('known_browsers').where('seen_at', '<', before.browsers).delete();
}
