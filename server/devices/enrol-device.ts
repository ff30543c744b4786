import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

export interface NewDevice {
  readonly schoolId: string;
  readonly staffId: string;
  readonly name: string;
  /** 65 bytes, base64url. */
  readonly deliveryKey: string;
  readonly shared?: boolean | undefined;
}

/** Enrols a browser as a device of the school. The cookie is opaque and says only what it last reported as unsent. */
export async function enrolDevice(
  ground: Ground,
  given: NewDevice,
): Promise<{ deviceId: string; deliveryKeyId: string; cookie: string }> {
  const now = ground.clock.now();
  const deviceId = uuidv7(now);
  const deliveryKeyId = uuidv7(now);
  const cookie = randomBytes(32).toString('base64url');
  const at = timeStamp(ground.clock);
  const name = cellsOf(ground.keys, given.schoolId, 'devices').seal(deviceId, { name: given.name });
  await ground.database.write(async (trx) => {
    await trx('devices').insert({
      school_id: given.schoolId,
      id: deviceId,
      ...name,
      cookie_hash: createHash('sha256').update(cookie).digest('hex'),
      enrolled_by: given.staffId,
      enrolled_at: at,
      seen_at: at,
      shared: given.shared === undefined ? null : Number(given.shared),
    });
    await trx('delivery_keys').insert({
      school_id: given.schoolId,
      id: deliveryKeyId,
      device_id: deviceId,
      public_key: given.deliveryKey,
      created_at: at,
    });
    await appendAudit(trx, {
      schoolId: given.schoolId,
      at,
      actor: given.staffId,
      what: 'device.enrolled',
      object: `device:${deviceId}`,
    });
  });
  return { deviceId, deliveryKeyId, cookie };
}
