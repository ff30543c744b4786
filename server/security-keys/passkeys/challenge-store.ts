import type { Transaction } from '../../storage/database';
import type { PasskeyChallengeRow } from '../../storage/rows/passkeys';

export type ChallengePurpose = PasskeyChallengeRow['purpose'];

/** What a challenge was made for; an answer must be for exactly the same. */
export interface ChallengeFor {
  readonly purpose: ChallengePurpose;
  /** Null for a log-in, where nobody is known yet. */
  readonly accountId: string | null;
  /** The session, or for a log-in the hash of the browser's own mark. */
  readonly boundTo: string;
  /** The pending key of a registration. */
  readonly keyId: string | null;
}

const columnsOf = ({ purpose, accountId, boundTo, keyId }: ChallengeFor) => ({
  purpose,
  account_id: accountId,
  bound_to: boundTo,
  key_id: keyId,
});

export async function insertChallenge(
  trx: Transaction,
  hash: string,
  made: ChallengeFor,
  expiresAt: string,
): Promise<void> {
  await trx('passkey_challenges').insert({
    challenge_hash: hash,
    ...columnsOf(made),
    expires_at: expiresAt,
  });
}

/** Uses a challenge, once for ever; 'used' when it was before, 'wrong' when it was made for something else or ran out. */
export async function useChallenge(
  trx: Transaction,
  hash: string,
  made: ChallengeFor,
  now: string,
): Promise<'right' | 'used' | 'wrong'> {
  const own = () => trx('passkey_challenges').where({ challenge_hash: hash, ...columnsOf(made) });
  const changed = await own().where('expires_at', '>', now).whereNull('used_at').update({ used_at: now });
  if (changed === 1) return 'right';
  const used: unknown = await own().whereNotNull('used_at').first('challenge_hash');
  return used === undefined ? 'wrong' : 'used';
}
