import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody confuses on the telephone: no 0/O, 1/I/L, no U or V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A new reference such as "4F2K"; not unique by itself. */
export function newReference(length = 4): string {
  // 29 letters do not divide 256; bytes past the last whole multiple are thrown away so that none is likelier.
  const fair = 256 - (256 % ALPHABET.length);
  let reference = '';
  while (reference.length < length) {
    for (const byte of randomBytes(8)) {
      if (byte < fair && reference.length < length) reference += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return reference;
}
