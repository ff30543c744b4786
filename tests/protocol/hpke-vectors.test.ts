import { describe, expect, it } from 'vitest';
import { fromUtf8, toBase64url, toHex, type Bytes } from '../../protocol/bytes';
import { hpkeOpen, hpkeSeal, hpkeSuite } from '../../protocol/envelope/hpke';
import { importHpkePublicKey } from '../../protocol/envelope/keys';
import { fromHex } from './oakfield';

/*
 * The CFRG test vector of RFC 9180 for exactly our suite: mode 0 (base), KEM 0x0010, KDF 0x0001, AEAD 0x0002,
 * sequence number 0. The RFC's appendix A.3 prints the AES-128 member of this family only; the figures here are those
 * of the working group's test-vectors file.
 */
const vector = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: 'a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c',
  ikmR: 'a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3',
  skRm: '317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2',
  pkRm:
    '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c68513' +
    '6f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
  enc:
    '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f0' +
    '3e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
  plaintext: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  ciphertext:
    '58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424' + '65e902cd216f8908da49f8f96f',
};

const info = fromUtf8(fromHex(vector.info));
const aad = fromHex(vector.aad);
const sealed = { enc: fromHex(vector.enc), ciphertext: fromHex(vector.ciphertext) };

async function recipient(): Promise<CryptoKeyPair> {
  const point = fromHex(vector.pkRm);
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: toBase64url(point.subarray(1, 33)),
    y: toBase64url(point.subarray(33)),
    d: toBase64url(fromHex(vector.skRm)),
  };
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  return {
    privateKey: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits']),
    publicKey: await importHpkePublicKey(point),
  };
}

async function opened(
  changed: Partial<Record<'info', string> & { aad: Bytes; enc: Bytes }>,
): Promise<string> {
  const box = { ...sealed, ...(changed.enc ? { enc: changed.enc } : {}) };
  const plaintext = await hpkeOpen(await recipient(), changed.info ?? info, changed.aad ?? aad, box);
  return toHex(plaintext);
}

describe('RFC 9180 for DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM', () => {
  it('opens the published ciphertext', async () => {
    expect(await opened({})).toBe(vector.plaintext);
  });

  it('seals to the published ciphertext with the published ephemeral key', async () => {
    const result = await hpkeSuite.seal(
      {
        recipientPublicKey: await importHpkePublicKey(fromHex(vector.pkRm)),
        info: fromHex(vector.info),
        ekm: fromHex(vector.ikmE).buffer,
      },
      fromHex(vector.plaintext),
      aad,
    );
    expect(toHex(new Uint8Array(result.enc))).toBe(vector.enc);
    expect(toHex(new Uint8Array(result.ct))).toBe(vector.ciphertext);
  });

  it('derives the published recipient key', async () => {
    const pair = await hpkeSuite.kem.deriveKeyPair(fromHex(vector.ikmR));
    const point = await hpkeSuite.kem.serializePublicKey(pair.publicKey);
    expect(toHex(new Uint8Array(point))).toBe(vector.pkRm);
  });

  it('opens nothing for another purpose, another AAD or another ephemeral key', async () => {
    await expect(opened({ info: `${info}.` })).rejects.toThrow();
    await expect(opened({ aad: fromHex('436f756e742d31') })).rejects.toThrow();
    await expect(opened({ enc: fromHex(vector.pkRm) })).rejects.toThrow();
  });

  it('opens what it sealed itself, from a view into a larger buffer as from a buffer of its own', async () => {
    const buffer = fromHex(`ffff${vector.plaintext}ffff`);
    const box = await hpkeSeal(fromHex(vector.pkRm), info, aad, buffer.subarray(2, -2));
    expect(toHex(await hpkeOpen(await recipient(), info, aad, box))).toBe(vector.plaintext);
  });
});
