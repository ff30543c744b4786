import type { Connection, SignInPurpose } from '../../protocol/providers';
import { uuidv7 } from '../../protocol/identifiers';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { hashToken } from '../staff/tokens';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';

/** From the button here to the return from the provider: time for a password and a second factor there. */
const ATTEMPT_LIFE = 10 * MINUTE;

/** What is under way at a provider, as it was begun; the answer must fit every part of it. */
export interface Attempt {
  readonly purpose: SignInPurpose;
  readonly connection: Connection;
  readonly clientId: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Session that wants to prove or to link; null for a log-in. */
  readonly sessionId: string | null;
}

/** Keeps an attempt sealed; of state and cookie only the hashes. */
export async function insertAttempt(
  trx: Transaction,
  ground: Ground,
  given: { schoolId: string; state: string; browserToken: string; attempt: Attempt },
): Promise<void> {
  const { schoolId, state, browserToken, attempt } = given;
  const id = uuidv7(ground.clock.now());
  await trx('sign_in_attempts').insert({
    school_id: schoolId,
    id,
    state_hash: hashToken(state),
    browser_hash: hashToken(browserToken),
    ...cellsOf(ground.keys, schoolId, 'sign_in_attempts').seal(id, { kept: JSON.stringify(attempt) }),
    created_at: timeStamp(ground.clock),
    expires_at: timeStamp(ground.clock, ATTEMPT_LIFE),
  });
}

/**
 * Uses an attempt up: once, in its ten minutes, and only from the browser that began it. Of two at once one gets it.
 * @returns null where there is none
 */
export async function useAttempt(
  trx: Transaction,
  ground: Ground,
  given: { schoolId: string; state: string; browserToken: string },
): Promise<{ attempt: Attempt; begunAt: string } | null> {
  const { schoolId, state, browserToken } = given;
  const now = timeStamp(ground.clock);
  const here = {
    school_id: schoolId,
    state_hash: hashToken(state),
    browser_hash: hashToken(browserToken),
  };
  const used = await trx('sign_in_attempts')
    .where(here)
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .update({ used_at: now });
  const row = used === 1 ? await trx('sign_in_attempts').where(here).first() : undefined;
  if (!row) return null;
  const text = cellsOf(ground.keys, schoolId, 'sign_in_attempts').need(row.id, 'kept', row.kept);
  return { attempt: JSON.parse(text) as Attempt, begunAt: row.created_at };
}
