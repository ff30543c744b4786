import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, randomBytes, sha256, utf8 } from '../../protocol/bytes';
import {
  deliveryMessage,
  parseDeliveryHeader,
  signAuthorCall,
  signDelivery,
  verifyAuthorCall,
  verifyDelivery,
} from '../../protocol/delivery';
import { signMessage } from '../../protocol/signatures';
import { DEVICE_ID, openOakfield, withByte, type Oakfield } from './oakfield';

const body = utf8('three waiting concerns');
let tablet: Oakfield;

beforeAll(async () => {
  tablet = await openOakfield();
});

describe('a tablet that delivers while it is locked', () => {
  it('says who it is and signs exactly what it sends', async () => {
    const parsed = parseDeliveryHeader(await signDelivery(tablet.authorKey, DEVICE_ID, body));
    if (parsed === null) throw new Error('the header could not be read');
    expect(parsed.keyId).toBe(DEVICE_ID);
    expect(await verifyDelivery(tablet.authorPublicKey, body, parsed.signature)).toBe(true);
    expect(await verifyDelivery(tablet.authorPublicKey, withByte(body, 3, 0), parsed.signature)).toBe(false);
    expect(await verifyDelivery((await openOakfield()).authorPublicKey, body, parsed.signature)).toBe(false);
  });

  it('signs the bytes that envelope.md names, and no bare digest', async () => {
    const parsed = parseDeliveryHeader(await signDelivery(tablet.authorKey, 'd1', body));
    expect([...deliveryMessage(await sha256(body)).subarray(0, 13)]).toEqual([...utf8('HE1\0delivery\0')]);
    expect(deliveryMessage(await sha256(body)).length).toBe(13 + 32);
    const bare = await signMessage(tablet.authorKey, await sha256(body));
    expect(await verifyDelivery(tablet.authorPublicKey, body, bare)).toBe(false);
    expect(parsed?.signature.length).toBe(64);
  });

  const signature = 'A'.repeat(86);
  it.each([
    '',
    'd1',
    'd1.',
    `.${signature}`,
    `d1.${signature}.${signature}`,
    `d1.${signature}==`,
    `d1.${signature.slice(1)}`,
    `d 1.${signature}`,
    `d1.${signature.slice(1)}+`,
    `${'d'.repeat(65)}.${signature}`,
    `d1.${signature}\n`,
  ])('is not known by the header %j', (value) => {
    expect(parseDeliveryHeader(value)).toBeNull();
  });
});

describe('a person who has unlocked', () => {
  it('signs one question for one challenge', async () => {
    const challenge = randomBytes(32);
    const ask = utf8('{"ask":"roll"}');
    const signature = fromBase64url(await signAuthorCall(tablet.authorKey, challenge, ask));
    const key = tablet.authorPublicKey;
    expect(await verifyAuthorCall(key, challenge, ask, signature)).toBe(true);
    expect(await verifyAuthorCall(key, randomBytes(32), ask, signature)).toBe(false);
    expect(await verifyAuthorCall(key, challenge, utf8('{"ask":"all"}'), signature)).toBe(false);
    expect(await verifyDelivery(key, ask, signature)).toBe(false);
  });
});
