import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { HeldSecurityKey } from '../key-store';
import { useChallenge, type ChallengeFor } from './challenge-store';
import { notePasskeyUse } from './passkey-store';
import type { RightAnswer } from './verify-assertion';

/** `copied`: its count went backwards, so two authenticators hold it (WebAuthn, section 6.1.1). */
export type PasskeyUse = 'right' | 'used' | 'wrong' | 'copied';

/** Uses a right answer up, in the transaction of what it allows: its challenge, and the count of its key. */
export async function usePasskey(
  trx: Transaction,
  ground: Ground,
  key: HeldSecurityKey,
  answer: RightAnswer,
  made: ChallengeFor,
): Promise<PasskeyUse> {
  const now = timeStamp(ground.clock);
  const outcome = await useChallenge(trx, answer.challengeHash, made, now);
  if (outcome !== 'right') return outcome;
  // Authenticators without a counter, as those of phones, always say 0.
  const counted = answer.signCount > 0 || key.signCount > 0;
  if (counted && answer.signCount <= key.signCount) return 'copied';
  const { signCount, backedUp } = answer;
  return (await notePasskeyUse(trx, key, { signCount, backedUp, now })) ? 'right' : 'used';
}
