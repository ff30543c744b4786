import { randomInt } from 'node:crypto';
import { SLIP_ALPHABET, SLIP_LETTERS } from '../../../protocol/slips';
import type { KeyRing } from '../../storage/key-ring';

/** A new code: 12 letters, 51 random bits. */
export function newSlipCode(): string {
  return Array.from({ length: SLIP_LETTERS }, () =>
    SLIP_ALPHABET.charAt(randomInt(SLIP_ALPHABET.length)),
  ).join('');
}

/** What is stored of a code: HMAC-SHA-256 under the school's index key, so a stolen database has nothing to try. */
export function hashSlipCode(keys: KeyRing, schoolId: string, code: string): string {
  return keys.blindIndex(schoolId, 'slip-code', code);
}
