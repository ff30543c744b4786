import { fromBase64url, sha256, utf8 } from '../../protocol/bytes';
import { canonicalJson } from '../../protocol/canonical-json';
import { authorCallMessage } from '../../protocol/delivery';
import { signedCallSchema } from '../../protocol/devices';
import * as v from 'valibot';
import type { DeviceActor, StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { parseJson } from '../http/body';
import { dutyOf } from '../school/duty';
import { loadGroup } from '../school/load-group';
import type { AuthorKeyRow } from '../storage/rows/records';
import type { StaffRow } from '../storage/rows/school';
import { verifyRaw } from './resolve-device';

type Author = Pick<AuthorKeyRow, 'staff_id' | 'public_key'> &
  Pick<StaffRow, 'account_id' | 'group_id' | 'disabled_at'>;

/**
 * The person whose author key signed this call, on this device, over a challenge that is used up here.
 * Possible only while unlocked; null for leavers and for people taken off the device (access.md, callers).
 */
export async function resolveAuthor(
  ground: Ground,
  device: DeviceActor,
  body: Uint8Array,
): Promise<StaffActor | null> {
  const call = v.safeParse(signedCallSchema, parseJson(body));
  if (!call.success || device.revoked) return null;
  const { authorKeyId, challenge, signature } = call.output;
  const row = await ground.database
    .read('author_keys as k')
    .join('staff as s', (on) => on.on('s.id', 'k.staff_id').andOn('s.school_id', 'k.school_id'))
    .where({ 'k.school_id': device.schoolId, 'k.id': authorKeyId, 'k.device_id': device.deviceId })
    .whereNull('k.removed_at')
    .first<Author | undefined>('k.staff_id', 'k.public_key', 's.account_id', 's.group_id', 's.disabled_at');
  if (!row || row.disabled_at) return null;
  const asked = utf8(canonicalJson({ authorKeyId, challenge }));
  const message = authorCallMessage(fromBase64url(challenge), await sha256(asked));
  if (!verifyRaw(row.public_key, message, fromBase64url(signature))) return null;
  if (!(await useUp(ground, device.schoolId, authorKeyId, challenge))) return null;
  return authorActor(ground, device.schoolId, row);
}

async function useUp(
  ground: Ground,
  schoolId: string,
  authorKeyId: string,
  challenge: string,
): Promise<boolean> {
  const used = await ground.database.write((trx) =>
    trx('challenges')
      .where({ school_id: schoolId, challenge, author_key_id: authorKeyId })
      .where('expires_at', '>', timeStamp(ground.clock))
      .delete(),
  );
  return used === 1;
}

/** A person without a session: never elevated, and holding no key. */
export async function authorActor(
  ground: Ground,
  schoolId: string,
  row: Pick<Author, 'staff_id' | 'account_id' | 'group_id'>,
): Promise<StaffActor> {
  return {
    kind: 'staff',
    schoolId,
    staffId: row.staff_id,
    accountId: row.account_id ?? '',
    sessionId: '',
    group: await loadGroup(ground.database.read, schoolId, row.group_id),
    duty: await dutyOf(ground.database.read, schoolId, row.staff_id),
    elevated: false,
    keyHolder: false,
    keepsSites: false,
    disabled: false,
  };
}
