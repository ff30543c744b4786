import type { KeyKind } from '../../protocol/fresh-proof';
import { dropPendingKeys } from '../staff/pending-keys';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';
import type { AccountRow, SecurityKeyRow } from '../storage/rows/accounts';

/** How a key came to count: by a fresh proof ('code'), as the account's first, or by word of somebody. Null while it waits. */
export type Confirmed = NonNullable<SecurityKeyRow['confirmed_by']>;

/** A security key, its sealed columns opened. */
export interface HeldSecurityKey {
  readonly id: string;
  readonly accountId: string;
  readonly kind: KeyKind;
  readonly name: string;
  /** The secret of an authenticator app in base32; of a passkey see passkeys/passkey.ts. */
  readonly secret: string;
  readonly createdAt: string;
  readonly savedAt: string | null;
  readonly lastUsedAt: string | null;
  /** Null while another lead or an administrator has still to confirm it. */
  readonly countsFrom: string | null;
  readonly confirmedBy: Confirmed | null;
  /** How often a passkey was used, by its own count; 0 where it keeps none. */
  readonly signCount: number;
}

const cellsIn = (keys: KeyRing) => cellsOf(keys, ACCOUNTS, 'security_keys');

/** A row with its sealed columns opened. */
export function openKey(keys: KeyRing, row: SecurityKeyRow): HeldSecurityKey {
  const cells = cellsIn(keys);
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    name: cells.open(row.id, 'name', row.name) ?? '',
    secret: cells.open(row.id, 'secret', row.secret) ?? '',
    createdAt: row.created_at,
    savedAt: row.saved_at,
    lastUsedAt: row.last_used_at,
    countsFrom: row.counts_from,
    confirmedBy: row.confirmed_by,
    signCount: Number(row.sign_count ?? 0),
  };
}

/** Keys of an account that were saved and not removed, oldest first. */
export async function listSavedKeys(
  reader: Reader,
  keys: KeyRing,
  accountId: string,
): Promise<HeldSecurityKey[]> {
  const rows = await reader('security_keys')
    .where({ account_id: accountId, state: 'saved' })
    .whereNull('removed_at')
    .orderBy('created_at');
  return rows.map((row) => openKey(keys, row));
}

/** A key whose first code or passkey is still awaited, made not before `since` in the very session `begunIn`. */
export async function findPendingKey(
  reader: Reader,
  keys: KeyRing,
  which: { id: string; accountId: string; kind: KeyKind; since: string; begunIn: string },
): Promise<HeldSecurityKey | null> {
  const row = await reader('security_keys')
    .where({ id: which.id, account_id: which.accountId, kind: which.kind, state: 'pending' })
    .where({ begun_in: which.begunIn })
    .where('created_at', '>=', which.since)
    .first();
  return row ? openKey(keys, row) : null;
}

export async function insertPendingKey(
  trx: Transaction,
  keys: KeyRing,
  key: Pick<HeldSecurityKey, 'id' | 'accountId' | 'kind' | 'secret' | 'confirmedBy'> & {
    begunIn: string;
    now: string;
  },
): Promise<void> {
  await trx('security_keys').insert({
    id: key.id,
    account_id: key.accountId,
    kind: key.kind,
    state: 'pending',
    begun_in: key.begunIn,
    ...cellsIn(keys).seal(key.id, { secret: key.secret }),
    created_at: key.now,
    confirmed_by: key.confirmedBy,
  });
}

/** What a passkey brings when it is saved; `secret` as passkeys/passkey.ts packs it. */
export interface NewPasskey {
  readonly secret: string;
  readonly credentialIndex: string;
  readonly signCount: number;
  readonly backedUp: boolean;
}

/** Makes a pending key a saved one; false when somebody was first. `confirmedBy` null: it waits. */
export async function markSaved(
  trx: Transaction,
  keys: KeyRing,
  key: { id: string; name: string; confirmedBy: Confirmed | null; now: string; passkey: NewPasskey | null },
): Promise<boolean> {
  const changed = await trx('security_keys')
    .where({ id: key.id, state: 'pending' })
    .update({
      state: 'saved',
      begun_in: null,
      ...cellsIn(keys).seal(key.id, { name: key.name }),
      saved_at: key.now,
      last_used_at: key.now,
      counts_from: key.confirmedBy === null ? null : key.now,
      confirmed_by: key.confirmedBy,
      ...(key.passkey ? columnsOf(keys, key.id, key.passkey) : {}),
    });
  return changed === 1;
}

const columnsOf = (keys: KeyRing, id: string, { secret, ...passkey }: NewPasskey) => ({
  ...cellsIn(keys).seal(id, { secret }),
  credential_index: passkey.credentialIndex,
  sign_count: String(passkey.signCount),
  backed_up: passkey.backedUp ? 1 : 0,
});

/** A waiting key counts from now on; false when it waits no longer. */
export async function markConfirmed(
  trx: Transaction,
  id: string,
  by: Confirmed,
  now: string,
): Promise<boolean> {
  const changed = await trx('security_keys')
    .where({ id, state: 'saved', counts_from: null, removed_at: null })
    .update({ counts_from: now, confirmed_by: by });
  return changed === 1;
}

/** Removes a key, and whatever was begun with it meanwhile; false when it is gone already. */
export async function markRemoved(
  trx: Transaction,
  { id, accountId }: { id: string; accountId: string },
  now: string,
): Promise<boolean> {
  const own = { id, account_id: accountId, removed_at: null };
  const changed = await trx('security_keys').where(own).update({ removed_at: now });
  if (changed !== 1) return false;
  await dropPendingKeys(trx, accountId);
  return true;
}

/** Uses one step of one key, once for ever: the primary key decides. False when it was used, or the key went. */
export async function burnStep(
  trx: Transaction,
  used: { keyId: string; step: number; schoolId: string; now: string },
): Promise<boolean> {
  const rows = await trx('used_codes')
    .insert({ key_id: used.keyId, step: used.step, school_id: used.schoolId, used_at: used.now })
    .onConflict(['key_id', 'step'])
    .ignore()
    .returning('step');
  if (rows.length !== 1) return false;
  const key = trx('security_keys').where({ id: used.keyId, removed_at: null });
  return (await key.update({ last_used_at: used.now })) === 1;
}

/** The school at which one of these steps was used; null where none was, or it is not known. */
export async function schoolOfStep(
  reader: Reader,
  steps: readonly { keyId: string; step: number }[],
): Promise<string | null> {
  for (const { keyId, step } of steps) {
    const row = await reader('used_codes').where({ key_id: keyId, step }).first('school_id');
    if (row?.school_id) return row.school_id;
  }
  return null;
}

/**
 * When the account's person first logged in and first saved a key; locks the account, so that of two keys saved at
 * once only one can be the first, and none is begun or saved while another is removed.
 */
export async function lockFirsts(
  trx: Transaction,
  accountId: string,
): Promise<Pick<AccountRow, 'first_log_in_at' | 'first_key_at'> | null> {
  const row = await trx('accounts')
    .where({ id: accountId })
    .forUpdate()
    .first('first_log_in_at', 'first_key_at');
  return row ?? null;
}

export async function noteFirstKey(trx: Transaction, accountId: string, now: string): Promise<void> {
  await trx('accounts').where({ id: accountId }).whereNull('first_key_at').update({ first_key_at: now });
}
