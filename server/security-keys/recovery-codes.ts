import { randomBytes } from 'node:crypto';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';

export const RECOVERY_CODES = 10;
const LENGTH = 10;
/** 32 letters and digits without I, L, O and U, so that nobody takes one for another on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten new codes of ten characters: 50 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join(''),
  );
}

/**
 * What is stored of a code: HMAC-SHA-256 under the accounts' index key, bound to the account. 50 bits are too few
 * for a plain hash in a stolen database; without the key nothing can be tried.
 */
export function hashRecoveryCode(keys: KeyRing, accountId: string, code: string): string {
  const read = code.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
  return keys.blindIndex(ACCOUNTS, 'recovery-code', `${accountId}:${read}`);
}
