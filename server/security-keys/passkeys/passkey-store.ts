import { ACCOUNTS, type KeyRing } from '../../storage/key-ring';
import type { Reader, Transaction } from '../../storage/database';
import { openKey, type HeldSecurityKey } from '../key-store';

/** Blind index of a credential id. In hexadecimal, since base64url tells upper from lower case and an index does not. */
export function credentialIndex(keys: KeyRing, credentialId: string): string {
  return keys.blindIndex(ACCOUNTS, 'credential', Buffer.from(credentialId, 'base64url').toString('hex'));
}

/** The saved passkey of a credential id that was not removed, or null. */
export async function findPasskey(
  reader: Reader,
  keys: KeyRing,
  credentialId: string,
): Promise<HeldSecurityKey | null> {
  const row = await reader('security_keys')
    .where({ credential_index: credentialIndex(keys, credentialId), state: 'saved', removed_at: null })
    .first();
  return row ? openKey(keys, row) : null;
}

/** Whether any key, removed ones too, has this credential id. */
export async function isKnownCredential(
  reader: Reader,
  keys: KeyRing,
  credentialId: string,
): Promise<boolean> {
  const row: unknown = await reader('security_keys')
    .where({ credential_index: credentialIndex(keys, credentialId) })
    .first('id');
  return row !== undefined;
}

/**
 * Notes one use. The count goes up from the one that was read, or is 0 for ever where an authenticator keeps none.
 * False when the key went meanwhile, or was used by somebody else since it was read.
 */
export async function notePasskeyUse(
  trx: Transaction,
  key: Pick<HeldSecurityKey, 'id' | 'signCount'>,
  used: { signCount: number; backedUp: boolean; now: string },
): Promise<boolean> {
  const changed = await trx('security_keys')
    .where({ id: key.id, removed_at: null, sign_count: String(key.signCount) })
    .update({
      sign_count: String(used.signCount),
      backed_up: used.backedUp ? 1 : 0,
      last_used_at: used.now,
    });
  return changed === 1;
}
