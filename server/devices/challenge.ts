import { randomBytes } from 'node:crypto';
import type { DeviceActor } from '../access/actor';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';

/** How long a person's unlocked page has to answer. */
const CHALLENGE_LIFE = 2 * MINUTE;

/** Gives out a one-use challenge; the same answer whether or not the author key exists here. */
export async function giveChallenge(
  ground: Ground,
  device: DeviceActor,
  authorKeyId: string,
): Promise<{ challenge: string }> {
  const challenge = randomBytes(32).toString('base64url');
  const { schoolId } = device;
  await ground.database.write(async (trx) => {
    await trx('challenges')
      .where({ school_id: schoolId })
      .where('expires_at', '<', timeStamp(ground.clock))
      .delete();
    await trx('challenges').insert({
      school_id: schoolId,
      challenge,
      author_key_id: authorKeyId,
      expires_at: timeStamp(ground.clock, CHALLENGE_LIFE),
    });
  });
  return { challenge };
}
