import type { ReplyOf } from '../../protocol/endpoint';
import { uuidv7 } from '../../protocol/identifiers';
import type { beginKey as endpoint } from '../../protocol/security-keys';
import type { StaffActor } from '../access/actor';
import { authenticatorUrl } from '../authenticator-address';
import type { Ground } from '../ground';
import { presentSession } from '../staff/present-session';
import { insertAllowedKey } from './allow-new-key';
import type { ProofGiven } from './proof';
import { newSecret, showAuthenticator, showSecret } from './totp';

/** Makes the secret of a new authenticator app; nothing counts before its first code is right. @throws as `insertAllowedKey` */
export async function beginKey(
  ground: Ground,
  actor: StaffActor,
  given: ProofGiven,
): Promise<ReplyOf<typeof endpoint>> {
  const { name, email, schoolName, passwordAt } = await presentSession(ground, actor);
  const id = uuidv7(ground.clock.now());
  const secret = newSecret();
  await insertAllowedKey(ground, actor, { id, kind: 'totp', secret }, given, passwordAt);
  const authenticator = showAuthenticator(authenticatorUrl(ground.settings));
  return {
    pending: id,
    owner: { name, email },
    ...showSecret(secret, { email, schoolName }),
    authenticator,
  };
}
