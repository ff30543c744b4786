import { uuidv7 } from '../../protocol/identifiers';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';
import type { ProviderIdentityRow } from '../storage/rows/sign-in-providers';
import { kindOf, realmOf, subjectOf, type Provider } from './provider';

/** Somebody's account at a provider, as its token names it. */
export interface Subject {
  readonly provider: Provider;
  readonly sub: string;
}

const providerIndex = (keys: KeyRing, provider: Provider) =>
  keys.blindIndex(ACCOUNTS, 'provider', realmOf(provider));
const subjectIndex = (keys: KeyRing, { provider, sub }: Subject) =>
  keys.blindIndex(ACCOUNTS, 'subject', subjectOf(realmOf(provider), sub));

/** Whose account here this one there is; null where nobody has linked it. */
export async function findIdentity(
  reader: Reader,
  ground: Ground,
  subject: Subject,
): Promise<ProviderIdentityRow | null> {
  const row = await reader('provider_identities')
    .where({ subject_index: subjectIndex(ground.keys, subject) })
    .first();
  return row ?? null;
}

/** The one link, or what is left of it, that an account has or had with a provider. */
export async function findLinkOf(
  reader: Reader,
  ground: Ground,
  accountId: string,
  provider: Provider,
): Promise<ProviderIdentityRow | null> {
  const row = await reader('provider_identities')
    .where({ account_id: accountId, provider_index: providerIndex(ground.keys, provider) })
    .first();
  return row ?? null;
}

/** Links accounts, in place of a link that was removed. @returns the link's id */
export async function insertIdentity(
  trx: Transaction,
  ground: Ground,
  given: { accountId: string; subject: Subject; address: string },
): Promise<string> {
  const { accountId, subject, address } = given;
  const index = { account_id: accountId, provider_index: providerIndex(ground.keys, subject.provider) };
  await trx('provider_identities').where(index).whereNotNull('removed_at').delete();
  const id = uuidv7(ground.clock.now());
  await trx('provider_identities').insert({
    id,
    ...index,
    subject_index: subjectIndex(ground.keys, subject),
    ...cellsOf(ground.keys, ACCOUNTS, 'provider_identities').seal(id, { address }),
    provider: kindOf(subject.provider),
    linked_at: timeStamp(ground.clock),
  });
  return id;
}

export async function noteIdentityUsed(trx: Transaction, id: string, now: string): Promise<void> {
  await trx('provider_identities').where({ id }).update({ last_used_at: now });
}

/** Links of an account that count, oldest first, each with the address there. */
export async function listIdentities(
  reader: Reader,
  ground: Ground,
  accountId: string,
): Promise<(ProviderIdentityRow & { shown: string })[]> {
  const cells = cellsOf(ground.keys, ACCOUNTS, 'provider_identities');
  const rows = await reader('provider_identities')
    .where({ account_id: accountId })
    .whereNull('removed_at')
    .orderBy('linked_at');
  return rows.map((row) => ({ ...row, shown: cells.need(row.id, 'address', row.address) }));
}

/**
 * Removes a link. That there was one is kept: the provider's word on an address alone never links this account again.
 * @returns false where this account has no such link
 */
export async function markLinkRemoved(
  trx: Transaction,
  accountId: string,
  id: string,
  now: string,
): Promise<boolean> {
  const changed = await trx('provider_identities')
    .where({ id, account_id: accountId })
    .whereNull('removed_at')
    .update({ subject_index: null, removed_at: now });
  return changed === 1;
}
