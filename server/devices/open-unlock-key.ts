import { fromBase64url, toBase64url } from '../../protocol/bytes';
import { importHpkePrivateKey } from '../../protocol/envelope/keys';
import { openSealed, unlockInfo } from '../../protocol/envelope/sealed-box';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import { publicHalf } from '../storage/key-ring';

/** A password typed at most this long ago opens a forgotten PIN (envelope.md, unlock key). */
const PASSWORD_AGE = 5 * MINUTE;

/**
 * Opens the unlock key of the same person on the same device; audited. Also on a device that was revoked: behind it
 * lie this person's own drafts, which would be lost, and no pupils any more.
 * @throws problem 'password-needed' when the password was typed too long ago; 'not-found' for anybody else's
 */
export async function openUnlockKey(
  ground: Ground,
  actor: StaffActor,
  given: { deviceId: string; authorKeyId: string },
): Promise<{ unlockKey: string }> {
  await needFreshPassword(ground, actor);
  const { schoolId, staffId } = actor;
  const row = await ground.database
    .read('author_keys')
    .where({
      school_id: schoolId,
      id: given.authorKeyId,
      device_id: given.deviceId,
      staff_id: staffId,
      removed_at: null,
    })
    .first('sealed_unlock_key', 'kid');
  const school = row && (await ground.keys.find(ground.database.read, row.kid));
  if (!row || !school || school.scope !== schoolId) throw problem('not-found');
  const box = cellsOf(ground.keys, schoolId, 'author_keys').need(
    given.authorKeyId,
    'sealed_unlock_key',
    row.sealed_unlock_key,
  );
  const key = await importHpkePrivateKey(school.key, fromBase64url(publicHalf(school)));
  const unlockKey = await openSealed(key, unlockInfo(schoolId, row.kid), fromBase64url(box));
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'device.unlock-key-opened',
      object: `device:${given.deviceId}`,
    }),
  );
  return { unlockKey: toBase64url(unlockKey) };
}

async function needFreshPassword(ground: Ground, actor: StaffActor): Promise<void> {
  const session = await ground.database.read('sessions').where({ id: actor.sessionId }).first('password_at');
  const age = session ? ground.clock.now() - Date.parse(session.password_at) : Infinity;
  if (age > PASSWORD_AGE) throw problem('password-needed');
}
