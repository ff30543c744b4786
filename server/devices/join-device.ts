import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';

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
  const { schoolId, deviceId, staffId } = given;
  const at = timeStamp(ground.clock);
  const authorKeyId = await ground.database.write(async (trx) => {
    const id = await addAuthorKey(trx, ground, given, at);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'device.joined',
      object: `device:${deviceId}`,
      facts: { authorKey: id },
    });
    return id;
  });
  return { authorKeyId };
}

/**
 * Keeps the author key of a person on a device. Answers its id.
 * @throws problem 'not-found' for a device of another school; 'device-revoked' for one that was revoked
 */
export async function addAuthorKey(
  trx: Transaction,
  ground: Ground,
  given: NewPerson,
  at: string,
): Promise<string> {
  const { schoolId, deviceId, staffId } = given;
  const device = await trx('devices')
    .where({ school_id: schoolId, id: deviceId })
    .first<{ revoked_at: string | null } | undefined>('revoked_at');
  if (!device) throw problem('not-found');
  if (device.revoked_at !== null) throw problem('device-revoked');
  const id = uuidv7(ground.clock.now());
  const cells = cellsOf(ground.keys, schoolId, 'author_keys');
  await trx('author_keys').insert({
    school_id: schoolId,
    id,
    staff_id: staffId,
    device_id: deviceId,
    public_key: given.authorKey,
    ...cells.seal(id, { sealed_unlock_key: given.sealedUnlockKey }),
    kid: given.kid,
    created_at: at,
  });
  return id;
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
