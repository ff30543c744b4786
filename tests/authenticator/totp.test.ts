import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Algorithm } from '../../authenticator/otp/account';
import { codeAt, codeKey, secondsLeft, stepAt } from '../../authenticator/otp/totp';

const seed = (bytes: number) =>
  Secret.fromUTF8('1234567890'.repeat(7).slice(0, bytes)).base32.replaceAll('=', '');

/** RFC 6238, appendix B: seconds since 1970, then the codes under SHA-1, SHA-256 and SHA-512. */
const vectors: [number, string, string, string][] = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
];
const columns: [Algorithm, number, number][] = [
  ['SHA-1', 20, 1],
  ['SHA-256', 32, 2],
  ['SHA-512', 64, 3],
];

describe('codes', () => {
  it.each(columns)('are those of RFC 6238 under %s', async (algorithm, bytes, column) => {
    const key = await codeKey(seed(bytes), algorithm);
    for (const vector of vectors) {
      const code = await codeAt(key, { digits: 8, period: 30 }, vector[0] * 1000);
      expect(code).toBe(vector[column]);
    }
  });

  it('are those of a second implementation, for any secret, hash, length, period and moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 160 }),
        fc.constantFrom<Algorithm>('SHA-1', 'SHA-256', 'SHA-512'),
        fc.constantFrom<6 | 8>(6, 8),
        fc.integer({ min: 1, max: 86_400 }),
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        async (bytes, algorithm, digits, period, now) => {
          const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer });
          const other = new TOTP({ secret, algorithm: algorithm.replace('-', ''), digits, period });
          const key = await codeKey(secret.base32, algorithm);
          expect(await codeAt(key, { digits, period }, now)).toBe(other.generate({ timestamp: now }));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keep their key to themselves', async () => {
    const key = await codeKey(seed(20), 'SHA-1');
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('refuse a secret that is not base32', async () => {
    await expect(codeKey('NOT 0 BASE32', 'SHA-1')).rejects.toThrow('base32');
  });
});

describe('time', () => {
  it('gives a code its whole period at the beginning and its last second at the end', () => {
    expect(secondsLeft(30, 60_000)).toBe(30);
    expect(secondsLeft(30, 60_001)).toBe(30);
    expect(secondsLeft(30, 61_000)).toBe(29);
    expect(secondsLeft(30, 89_999)).toBe(1);
    expect(secondsLeft(60, 90_000)).toBe(30);
  });

  it('counts steps from 1970', () => {
    expect([stepAt(30, 29_999), stepAt(30, 30_000), stepAt(60, 59_999)]).toEqual([0, 1, 0]);
  });
});
