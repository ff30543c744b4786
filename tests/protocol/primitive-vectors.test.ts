import { describe, expect, it } from 'vitest';
import { sha256, toHex, utf8 } from '../../protocol/bytes';
import { verifyMessage } from '../../protocol/signatures';
import { fromHex } from './oakfield';

/** n of P-256, and n - 3. */
const ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
const ORDER_LESS_3 = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254e';
const ZERO = '00'.repeat(32);
const ONE = `${'00'.repeat(31)}01`;
const KEY_1 =
  '042927b10512bae3eddcfe467828128bad2903269919f7086069c8c4df6c7328' +
  '38c7787964eaac00e5921fb1498a60f4606766b3d9685001558d1a974e7341513e';
const R_1 = '2ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18';
const S_1 = '4cd60b855d442f5b3c7b11eb6c4e0ae7525fe710fab9aa7c77a67f79e6fadd76';
const MESSAGE_1 = '313233343030';

/** Hard cases with known answers, as the test suites of cryptographic libraries publish them. */
const signatures: { name: string; key: string; message: string; signature: string; valid: boolean }[] = [
  { name: 'an ordinary signature', key: KEY_1, message: MESSAGE_1, signature: R_1 + S_1, valid: true },
  {
    name: 'a message whose hash begins with zeros',
    key: KEY_1,
    message: '37313338363834383931',
    signature:
      '9cc98be2347d469bf476dfc26b9b733df2d26d6ef524af917c665baccb23c882' +
      '093496459effe2d8d70727b82462f61d0ec1b7847929d10ea631dacb16b56c32',
    valid: true,
  },
  {
    name: 'r = 5 and s = 1',
    key:
      '04a71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac9' +
      '575d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b',
    message: MESSAGE_1,
    signature: `${'00'.repeat(31)}05${ONE}`,
    valid: true,
  },
  {
    name: 'an x-coordinate past the order of the curve',
    key:
      '040ad99500288d466940031d72a9f5445a4d43784640855bf0a69874d2de5fe1' +
      '03c5011e6ef2c42dcd50d5d3d29f99ae6eba2c80c9244f4c5422f0979ff0c3ba5e',
    message: MESSAGE_1,
    signature: `000000000000000000000000000000004319055358e8617b0c46353d039cdaab${ORDER_LESS_3}`,
    valid: true,
  },
  {
    name: 'a verification that would pass through the point at infinity',
    key:
      '04b533d4695dd5b8c5e07757e55e6e516f7e2c88fa0239e23f60e8ec07dd70f2' +
      '871b134ee58cc583278456863f33c3a85d881f7d4a39850143e29d4eaf009afe47',
    message: MESSAGE_1,
    signature:
      '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8' +
      '555555550000000055555555555555553ef7a8e48d07df81a693439654210c70',
    valid: false,
  },
  { name: 'r = 0 and s = 0', key: KEY_1, message: MESSAGE_1, signature: ZERO + ZERO, valid: false },
  { name: 'r = 0 and s = 1', key: KEY_1, message: MESSAGE_1, signature: ZERO + ONE, valid: false },
  { name: 'r = 0 and s = n', key: KEY_1, message: MESSAGE_1, signature: ZERO + ORDER, valid: false },
  { name: 's = n', key: KEY_1, message: MESSAGE_1, signature: R_1 + ORDER, valid: false },
  { name: 'r and s changed over', key: KEY_1, message: MESSAGE_1, signature: S_1 + R_1, valid: false },
  { name: 'a signature of two bytes', key: KEY_1, message: MESSAGE_1, signature: '0501', valid: false },
  { name: 'a byte too many', key: KEY_1, message: MESSAGE_1, signature: `00${R_1}${S_1}`, valid: false },
  { name: 'a key off the curve', key: `04${ONE}${ONE}`, message: '', signature: R_1 + S_1, valid: false },
  {
    name: 'a compressed key',
    key: `02${KEY_1.slice(2, 66)}`,
    message: '',
    signature: R_1 + S_1,
    valid: false,
  },
];

describe('ECDSA P-256 with SHA-256, P1363', () => {
  it.each(signatures)('$name is valid: $valid', async ({ key, message, signature, valid }) => {
    expect(await verifyMessage(fromHex(key), fromHex(message), fromHex(signature))).toBe(valid);
  });
});

describe('HKDF-SHA256 of this runtime (RFC 5869, appendix A)', () => {
  const cases = [
    {
      ikm: '0b'.repeat(22),
      salt: '000102030405060708090a0b0c',
      info: 'f0f1f2f3f4f5f6f7f8f9',
      okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      ikm: '0b'.repeat(22),
      salt: '',
      info: '',
      okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ];

  it.each(cases)('gives $okm', async ({ ikm, salt, info, okm }) => {
    const key = await crypto.subtle.importKey('raw', fromHex(ikm), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) };
    const derived = await crypto.subtle.deriveBits(algorithm, key, (okm.length / 2) * 8);
    expect(toHex(new Uint8Array(derived))).toBe(okm);
  });
});

describe('AES-256-GCM of this runtime', () => {
  const key = '92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20';
  const iv = fromHex('00112233445566778899aabb');
  const additionalData = fromHex('00000000ffffffff');
  const ciphertext = 'e27abdd2d2a53d2f136b';
  const tag = '9a4a2579529301bcfb71c78d4060f52c';

  async function decrypt(sealed: string): Promise<string> {
    const aes = await crypto.subtle.importKey('raw', fromHex(key), 'AES-GCM', false, ['decrypt']);
    const algorithm = { name: 'AES-GCM', iv, additionalData };
    return toHex(new Uint8Array(await crypto.subtle.decrypt(algorithm, aes, fromHex(sealed))));
  }

  it('opens a known ciphertext', async () => {
    expect(await decrypt(ciphertext + tag)).toBe('00010203040506070809');
  });

  it.each([0, 1, 31, 63, 64, 127])('refuses it with bit %i of its tag turned', async (bit) => {
    const bytes = fromHex(tag);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await expect(decrypt(ciphertext + toHex(bytes))).rejects.toThrow();
  });
});

describe('SHA-256 (FIPS 180-4)', () => {
  it('gives the published digest of "abc"', async () => {
    expect(toHex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
