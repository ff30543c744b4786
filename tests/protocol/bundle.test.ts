import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64url, type Bytes } from '../../protocol/bytes';
import { acceptBundle, signBundle, verifyBundle, type Bundle } from '../../protocol/bundle';
import { HE1_SUITE } from '../../protocol/envelope/header';
import { signJson } from '../../protocol/signed-json';
import { DEVICE_ID, openOakfield, SCHOOL_ID, withByte, type Oakfield } from './oakfield';

let site: Oakfield;
let bundle: Bundle;
let bytes: Bytes;

beforeAll(async () => {
  site = await openOakfield();
  bundle = {
    v: 1,
    schoolId: SCHOOL_ID,
    epoch: 3,
    kid: 'e3',
    suite: HE1_SUITE,
    publicKey: toBase64url(site.publicKey),
    notBefore: '2025-09-01T00:00:00.000Z',
    notAfter: '2026-09-01T00:00:00.000Z',
    receiptPublicKey: toBase64url(site.authorPublicKey),
    minClient: '0.1.0',
    storeEpoch: 's1',
    backedUpThrough: null,
    previousHash: null,
  };
  bytes = await signBundle(site.authorKey, bundle);
});

describe('a bundle', () => {
  it('is believed when the identity that was pinned at enrolment signed it', async () => {
    expect(await verifyBundle(site.authorPublicKey, bytes)).toEqual(bundle);
  });

  it('is not believed from anyone else, for another purpose, or with any one byte changed', async () => {
    expect(await verifyBundle((await openOakfield()).authorPublicKey, bytes)).toBeNull();
    const receipts = await signJson('receipts', site.authorKey, bundle);
    expect(await verifyBundle(site.authorPublicKey, receipts)).toBeNull();
    for (let at = 0; at < bytes.length; at++) {
      const changed = withByte(bytes, at, (bytes[at] ?? 0) ^ 1);
      expect(await verifyBundle(site.authorPublicKey, changed), `byte ${at}`).toBeNull();
    }
  });

  it('is not made with a key of a wrong length', async () => {
    await expect(signBundle(site.authorKey, { ...bundle, publicKey: 'AAAA' })).rejects.toThrow();
  });
});

describe('a tablet that fetched a bundle', () => {
  const reasonFor = (changes: Partial<Bundle>): string => {
    const decision = acceptBundle(bundle, { ...bundle, ...changes });
    return decision.accepted ? 'accepted' : decision.reason;
  };

  it('takes its first, the same again, and a newer epoch', () => {
    expect(acceptBundle(null, bundle)).toEqual({ accepted: true });
    expect(reasonFor({})).toBe('accepted');
    expect(reasonFor({ epoch: 4, kid: 'e4' })).toBe('accepted');
  });

  it('keeps what it has when the new one goes back to an older key', () => {
    expect(reasonFor({ epoch: 2, kid: 'e2' })).toBe('older-epoch');
  });

  it('follows its school to an older epoch after the school was restored from a backup', () => {
    expect(reasonFor({ epoch: 2, kid: 'e2', storeEpoch: 's2' })).toBe('accepted');
  });

  it('never takes a suite that it cannot seal with, nor another school’s keys', () => {
    expect(reasonFor({ epoch: 4, suite: '0020-0001-0002' })).toBe('unknown-suite');
    expect(reasonFor({ schoolId: DEVICE_ID })).toBe('other-school');
    expect(reasonFor({ schoolId: DEVICE_ID, storeEpoch: 's2' })).toBe('other-school');
    expect(acceptBundle(null, { ...bundle, suite: 'none' }).accepted).toBe(false);
  });
});
