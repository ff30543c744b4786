import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';

export interface NewPerson {
  readonly schoolId: string;
  readonly deviceId: string;
  readonly staffId: string;
  readonly authorKey: string;
  /** The unlock key, HPKE-sealed to the school under `kid` (protocol/envelope/sealed-box.ts). */
  readonly sealedUnlockKey: string;
  readonly kid: string;
}

/**
 * Enrols a person on a device. Earlier author keys stay: what they signed may still be on its way.
 * @throws problem 'not-found' for a device of another school; 'device-revoked' for one that was revoked
 */
export async function joinDevice(ground: Ground, given: NewPerson): Promise<{ authorKeyId: string }> {
  const authorKeyId = uuidv7(ground.clock.now());
  const { schoolId, deviceId, staffId } = given;
  const cells = cellsOf(ground.keys, schoolId, 'author_keys');
  const at = timeStamp(ground.clock);
  const sealed = cells.seal(authorKeyId, { sealed_unlock_key: given.sealedUnlockKey });
  await ground.database.write(async (trx) => {
    const device = await trx('devices')
      .where({ school_id: schoolId, id: deviceId })
      .first<{ revoked_at: string | null } | undefined>('revoked_at');
    if (!device) throw problem('not-found');
    if (device.revoked_at !== null) throw problem('device-revoked');
    await trx('author_keys').insert({
      school_id: schoolId,
      id: authorKeyId,
      staff_id: staffId,
      device_id: deviceId,
      public_key: given.authorKey,
      ...sealed,
      kid: given.kid,
      created_at: at,
    });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'device.joined',
      object: `device:${deviceId}`,
      facts: { authorKey: authorKeyId },
    });
  });
  return { authorKeyId };
}

/** Takes a person off a device: the author key may sign nothing new; what it signed before stays valid. */
export async function leaveDevice(
  ground: Ground,
  given: { schoolId: string; deviceId: string; staffId: string; authorKeyId: string },
): Promise<void> {
  const { schoolId, deviceId, staffId, authorKeyId } = given;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const left = await trx('author_keys')
      .where({
        school_id: schoolId,
        id: authorKeyId,
        staff_id: staffId,
        device_id: deviceId,
        removed_at: null,
      })
      .update({ removed_at: at });
    if (left === 0) throw problem('not-found');
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'device.left',
      object: `device:${deviceId}`,
    });
  });
}
