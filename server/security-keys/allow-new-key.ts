import { keyRefusals } from '../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { PASSWORD_FRESH } from '../staff/session-life';
import type { Transaction } from '../storage/database';
import { isProof, withFreshProof } from './fresh-proof';
import { insertPendingKey, listSavedKeys, lockFirsts, type HeldSecurityKey } from './key-store';
import type { ProofGiven } from './proof';

/** A security key of either kind that a person begins to add. */
export type BegunKey = Pick<HeldSecurityKey, 'id' | 'kind' | 'secret'>;

/**
 * Begins a security key; nothing counts before it is saved. Who holds a counting key must prove themselves afresh by
 * it (access.md, "a stolen password"); a recovery code also helps whoever removed the last key.
 * @param passwordAt when the password was typed, or the log-in made, in this session
 * @throws problem 'password-needed' when that was more than 5 minutes ago; 'code-wrong' without proof
 */
export async function insertAllowedKey(
  ground: Ground,
  actor: StaffActor,
  key: BegunKey,
  given: ProofGiven,
  passwordAt: string,
): Promise<void> {
  if (ground.clock.now() - Date.parse(passwordAt) > PASSWORD_FRESH) throw problem('password-needed');
  if (!isProof(given)) {
    await needNone(ground, actor);
    await ground.database.write((trx) => insertBegun(trx, ground, actor, { ...key, proved: false }));
    return;
  }
  await withFreshProof(ground, { actor, given, purpose: 'prove' }, (trx) =>
    insertBegun(trx, ground, actor, { ...key, proved: true }),
  );
}

async function needNone(ground: Ground, { accountId }: StaffActor): Promise<void> {
  const held = await listSavedKeys(ground.database.read, ground.keys, accountId);
  if (held.every(({ countsFrom }) => countsFrom === null)) return;
  throw problem('code-wrong', {
    field: 'body.code',
    title: keyRefusals.proveWithOwn,
  });
}

async function insertBegun(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  key: BegunKey & { proved: boolean },
): Promise<void> {
  const now = timeStamp(ground.clock);
  const { proved, ...begun } = key;
  const confirmedBy = proved ? 'code' : null;
  const { accountId, sessionId } = actor;
  await lockFirsts(trx, accountId);
  await insertPendingKey(trx, ground.keys, { ...begun, accountId, begunIn: sessionId, confirmedBy, now });
  await appendAudit(trx, {
    schoolId: actor.schoolId,
    at: now,
    actor: actor.staffId,
    what: 'security-key.begun',
    object: `security-key:${key.id}`,
    facts: { proved },
  });
}
