import { REFERENCE_LETTERS } from '../../../protocol/support';

/** A reference such as "HD-7K2M9", made here, since a request may be saved where no school answers. */
export function newSupportReference(): string {
  // 29 letters do not divide 256: bytes past the last whole multiple are thrown away, so that none is likelier.
  const fair = 256 - (256 % REFERENCE_LETTERS.length);
  let letters = '';
  while (letters.length < 5) {
    for (const byte of crypto.getRandomValues(new Uint8Array(8)))
      if (byte < fair && letters.length < 5)
        letters += REFERENCE_LETTERS.charAt(byte % REFERENCE_LETTERS.length);
  }
  return `HD-${letters}`;
}
