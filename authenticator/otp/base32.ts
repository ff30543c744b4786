const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;
const BYTE = 8;
/** What people and pages put between the letters. */
const BETWEEN = /[\s-]/g;

/** What a base32 text says, or the first character that is not base32. */
export type Base32Read =
  | {
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** false where the length cannot come from whole bytes: a character is missing or too many */
      readonly whole: boolean;
    }
  | { readonly stranger: string };

/** A secret as it is kept: capitals, without spaces, hyphens and padding. It may still hold strange characters. */
export function tidyBase32(text: string): string {
  return text.replace(BETWEEN, '').replace(/=+$/, '').toUpperCase();
}

/** Reads RFC 4648 base32, whatever its case, spaces, hyphens and padding. Bits left over at the end are dropped. */
export function decodeBase32(text: string): Base32Read {
  const letters = tidyBase32(text);
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return { stranger: letter };
    held = ((held << BITS) | value) & 0xfff;
    bits += BITS;
    if (bits < BYTE) continue;
    bits -= BYTE;
    bytes.push((held >> bits) & 0xff);
  }
  return { bytes: Uint8Array.from(bytes), whole: bits < BITS };
}
