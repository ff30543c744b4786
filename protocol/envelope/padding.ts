import type { Bytes } from '../bytes';

/** No plaintext is shorter: whatever fits 1,024 bytes looks the same from outside (envelope.md, Bytes). */
export const MIN_PLAINTEXT_BYTES = 1024;

/**
 * The padded length of `length` bytes: Padmé (Nikitin et al., PURBs, 2019), and at least 1,024. Only so many leading
 * bits of a length survive as its exponent has bits, so lengths share few buckets and grow by 12 % at most.
 * @throws RangeError for anything but a whole number from 0 to 2^31
 */
export function padmeLength(length: number): number {
  if (!Number.isInteger(length) || length < 0 || length > 2 ** 31) {
    throw new RangeError(`no padded length for ${length}`);
  }
  if (length <= MIN_PLAINTEXT_BYTES) return MIN_PLAINTEXT_BYTES;
  const exponent = 31 - Math.clz32(length);
  const keptBits = 32 - Math.clz32(exponent);
  const step = 2 ** (exponent - keptBits);
  return Math.ceil(length / step) * step;
}

/** `content` followed by zeros up to its padded length. */
export function padPlaintext(content: Uint8Array): Bytes {
  const padded = new Uint8Array(padmeLength(content.length));
  padded.set(content);
  return padded;
}
