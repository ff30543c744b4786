import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes, toHex, type Bytes } from '../../protocol/bytes';
import { hpkeInfo } from '../../protocol/envelope/hpke';
import { openSealed, sealToSchool, unlockInfo } from '../../protocol/envelope/sealed-box';
import { DEVICE_ID, openOakfield, SCHOOL_ID, withByte, type Oakfield } from './oakfield';

const info = unlockInfo(SCHOOL_ID, 'e1');
const unlockKey = randomBytes(32);
let oakfield: Oakfield;
let box: Bytes;

beforeAll(async () => {
  oakfield = await openOakfield();
  box = await sealToSchool(oakfield.publicKey, info, unlockKey);
});

describe('an unlock key that was sealed to the school at enrolment', () => {
  it('comes back on the day the PIN is forgotten', async () => {
    expect(toHex(await openSealed(oakfield.recipient, info, box))).toBe(toHex(unlockKey));
    expect(box.length).toBe(65 + 32 + 16);
  });

  it('opens for no other school, key or purpose', async () => {
    const elsewhere = await openOakfield();
    await expect(openSealed(elsewhere.recipient, info, box)).rejects.toMatchObject({ code: 'cannot-open' });
    for (const other of [
      unlockInfo(DEVICE_ID, 'e1'),
      unlockInfo(SCHOOL_ID, 'e2'),
      hpkeInfo('envelope', SCHOOL_ID, 'e1'),
    ]) {
      await expect(openSealed(oakfield.recipient, other, box)).rejects.toMatchObject({ code: 'cannot-open' });
    }
  });

  it('opens with no byte changed and none missing', async () => {
    for (let at = 0; at < box.length; at++) {
      const changed = withByte(box, at, (box[at] ?? 0) ^ 1);
      await expect(openSealed(oakfield.recipient, info, changed), `byte ${at}`).rejects.toMatchObject({
        code: 'cannot-open',
      });
    }
    await expect(openSealed(oakfield.recipient, info, box.subarray(0, 64))).rejects.toMatchObject({
      code: 'cannot-open',
    });
  });
});
