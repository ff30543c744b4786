import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padmeLength, padPlaintext } from '../../protocol/envelope/padding';
import { decodePlaintext, encodePlaintext } from '../../protocol/envelope/plaintext';
import { EnvelopeFault } from '../../protocol/envelope/fault';
import { withByte } from './oakfield';

const LARGEST = 2 ** 31;
const length = fc.integer({ min: 0, max: LARGEST });

describe('padding', () => {
  it.each([
    [0, 1024],
    [1, 1024],
    [1024, 1024],
    [1025, 1088],
    [1088, 1088],
    [1089, 1152],
    [2048, 2048],
    [2049, 2176],
    [49_152, 49_152],
    [49_153, 51_200],
    [LARGEST, LARGEST],
  ])('makes %i bytes %i', (plain, padded) => {
    expect(padmeLength(plain)).toBe(padded);
  });

  it('never shortens, and lengthens by 12 % at most above 1,024 bytes', () => {
    fc.assert(
      fc.property(length, (plain) => {
        const padded = padmeLength(plain);
        expect(padded).toBeGreaterThanOrEqual(Math.max(plain, 1024));
        if (plain > 1024) expect(padded / plain).toBeLessThan(1.12);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives every length of one bucket the same length, so that they cannot be told apart', () => {
    fc.assert(
      fc.property(length, fc.double({ min: 0, max: 1, noNaN: true }), (plain, share) => {
        const bucket = padmeLength(plain);
        const between = plain + Math.floor((bucket - plain) * share);
        expect(padmeLength(between)).toBe(bucket);
        expect(padmeLength(bucket)).toBe(bucket);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has few buckets: 32 for all texts from 1 KiB to a file chunk of 1 MiB, per doubling', () => {
    for (let from = 1024; from < 1024 * 1024; from *= 2) {
      const buckets = new Set<number>();
      for (let plain = from + 1; plain <= from * 2; plain++) buckets.add(padmeLength(plain));
      expect(buckets.size).toBeLessThanOrEqual(32);
    }
  });

  it.each([-1, 0.5, LARGEST + 1, Number.NaN])('refuses a length of %d', (plain) => {
    expect(() => padmeLength(plain)).toThrow(RangeError);
  });

  it('adds nothing but zeros', () => {
    const padded = padPlaintext(new Uint8Array(1_030).fill(7));
    expect(padded.length).toBe(1_088);
    expect(padded.subarray(1_030).every((byte) => byte === 0)).toBe(true);
  });
});

describe('a plaintext', () => {
  const signature = new Uint8Array(64).fill(3);

  it('gives payload and signature back, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (payload) => {
        const read = decodePlaintext(encodePlaintext(payload, signature));
        expect([...read.payload]).toEqual([...payload]);
        expect([...read.signature]).toEqual([...signature]);
      }),
    );
  });

  const plaintext = encodePlaintext(new Uint8Array(100).fill(1), signature);
  it.each([
    ['a padding byte that is not zero', withByte(plaintext, 168, 1)],
    ['a last byte that is not zero', withByte(plaintext, 1023, 128)],
    ['a payload longer than the envelope', withByte(plaintext, 0, 255)],
    ['a payload length one too small', withByte(plaintext, 3, 99)],
    ['a step of padding too many', padTo(plaintext, 1_088)],
    ['a byte too few', plaintext.subarray(0, 1_023)],
    ['nothing', new Uint8Array(0)],
  ])('is a fault with %s', (_name, bytes) => {
    expect(() => decodePlaintext(bytes)).toThrow(EnvelopeFault);
  });

  it('holds a signature of 64 bytes or is not made', () => {
    expect(() => encodePlaintext(new Uint8Array(1), new Uint8Array(63))).toThrow(RangeError);
  });

  function padTo(bytes: Uint8Array, size: number): Uint8Array {
    const longer = new Uint8Array(size);
    longer.set(bytes);
    return longer;
  }
});
