import { MINUTE, timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { hashToken, newToken } from '../../staff/tokens';
import type { Transaction } from '../../storage/database';
import { insertChallenge, type ChallengeFor } from './challenge-store';

/** How long a challenge waits for its answer. */
export const CHALLENGE_LIFE = 5 * MINUTE;

/** Makes a challenge of 32 random bytes, in base64url; its hash alone is stored. */
export async function makeChallenge(trx: Transaction, ground: Ground, made: ChallengeFor): Promise<string> {
  const challenge = newToken();
  await insertChallenge(trx, hashToken(challenge), made, timeStamp(ground.clock, CHALLENGE_LIFE));
  return challenge;
}
