/**
 * Bytes and the few ways the protocol writes them (envelope.md: integers are big-endian, binary inside JSON is
 * base64url without padding). Works in pages, workers and Node without any of their own libraries.
 */

/** Bytes over a plain ArrayBuffer: what WebCrypto takes in every runtime. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
// ignoreBOM: a byte order mark is content here; dropping it would break "the same bytes back".
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of `text`. A lone surrogate becomes U+FFFD. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/**
 * The text of UTF-8 bytes.
 * @throws TypeError when the bytes are not valid UTF-8: nothing is ever replaced silently.
 */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** `parts` one after the other, in a buffer of their own. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The same bytes as a view that WebCrypto accepts by type; copied only when they lie in shared memory, which
 * WebCrypto refuses.
 */
export function plainBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

/** Two bytes, big-endian. @throws RangeError outside 0–65,535. */
export function u16be(value: number): Bytes {
  return unsigned(value, 2);
}

/** Four bytes, big-endian. @throws RangeError outside 0–4,294,967,295. */
export function u32be(value: number): Bytes {
  return unsigned(value, 4);
}

function unsigned(value: number, size: 2 | 4): Bytes {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) {
    throw new RangeError(`${value} does not fit ${size} bytes`);
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 2) view.setUint16(0, value);
  else view.setUint32(0, value);
  return bytes;
}

/** The big-endian number in the two bytes at `at`. @throws RangeError past the end. */
export function readU16be(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(at);
}

/** The big-endian number in the four bytes at `at`. @throws RangeError past the end. */
export function readU32be(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

/** Whether both hold the same bytes; takes as long for a difference in the first byte as in the last. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  a.forEach((byte, index) => {
    difference |= byte ^ (b[index] ?? 0);
  });
  return difference === 0;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The 32 bytes of SHA-256. */
export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', plainBytes(bytes)));
}

/** `length` bytes from the runtime's generator for keys; at most 65,536 at once (WebCrypto's own limit). */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE_OF = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));

/** base64url without padding (RFC 4648, section 5), as all binary inside the protocol's JSON. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let letter = 0; letter < letters; letter++) {
      text += ALPHABET.charAt((group >> (18 - 6 * letter)) & 63);
    }
  }
  return text;
}

/**
 * The bytes of strict base64url: no padding, no white space, no `+` or `/`, and the unused last bits are zero, so
 * that one value has exactly one spelling.
 * @throws SyntaxError otherwise.
 */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new SyntaxError('not base64url: impossible length');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = VALUE_OF.get(letter);
    if (value === undefined) throw new SyntaxError('not base64url: foreign character');
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new SyntaxError('not base64url: last bits are not zero');
  return bytes;
}
