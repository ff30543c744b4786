import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { giveBack } from '../staff/tries';
import type { Transaction } from '../storage/database';
import { needCodeTry } from './code-tries';
import { burnStep, listSavedKeys, type HeldSecurityKey } from './key-store';
import { mailKeyChange } from './notices';
import { useRecoveryCode } from './recovery-store';
import { matchingSteps } from './totp';
import { waitsForConfirmation } from './whom-to-ask';

export interface FreshCode {
  readonly actor: StaffActor;
  /** Six digits or ten characters, as `codeOrRecovery` of protocol/fields.ts leaves them. */
  readonly code: string;
  readonly browserToken: string | undefined;
  /** A waiting key whose code is taken too: the one that its owner removes. */
  readonly alsoKey?: string;
}

/** What a code turned out to be. */
export type Proof = 'key' | 'recovery';

interface Candidate {
  readonly keyId: string;
  readonly step: number;
}

/**
 * Runs a command that a fresh code must allow, in the same transaction in which the code is used up. A code is
 * accepted once, ever; of two parallel requests with the same one, the second fails.
 * @throws problem 'too-many', 'code-wrong', 'code-used', 'key-not-confirmed'
 */
export async function withFreshCode<T>(
  ground: Ground,
  fresh: FreshCode,
  command: (trx: Transaction, proof: Proof) => Promise<T>,
): Promise<T> {
  const { actor, code } = fresh;
  const tries = await needCodeTry(ground, actor, fresh.browserToken);
  const candidates = code.length === 6 ? await findCandidates(ground, fresh) : [];
  if (candidates === 'waiting') {
    // The right code of a key that waits is no guess.
    await ground.database.write((trx) => giveBack(trx, tries));
    throw await waitsForConfirmation(ground, actor);
  }
  return ground.database.write(async (trx) => {
    if (code.length === 6) await burnOne(trx, ground, candidates);
    else await burnRecovery(trx, ground, actor, code);
    await giveBack(trx, tries);
    return command(trx, code.length === 6 ? 'key' : 'recovery');
  });
}

async function findCandidates(ground: Ground, fresh: FreshCode): Promise<Candidate[] | 'waiting'> {
  const keys = await listSavedKeys(ground.database.read, ground.keys, fresh.actor.accountId);
  const counts = (key: HeldSecurityKey) => key.countsFrom !== null || key.id === fresh.alsoKey;
  const candidatesOf = (key: HeldSecurityKey) =>
    matchingSteps(key.secret, fresh.code, ground.clock.now()).map((step) => ({ keyId: key.id, step }));
  const found = keys.filter(counts).flatMap(candidatesOf);
  if (found.length > 0) return found;
  const waiting = keys.filter((key) => !counts(key)).flatMap(candidatesOf);
  return waiting.length > 0 ? 'waiting' : [];
}

async function burnOne(trx: Transaction, ground: Ground, candidates: readonly Candidate[]): Promise<void> {
  if (candidates.length === 0) throw problem('code-wrong', { field: 'body.code' });
  for (const candidate of candidates) {
    if (await burnStep(trx, { ...candidate, now: timeStamp(ground.clock) })) return;
  }
  throw problem('code-used', { field: 'body.code' });
}

async function burnRecovery(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  code: string,
): Promise<void> {
  const outcome = await useRecoveryCode(trx, ground, actor.accountId, code);
  if (outcome === 'wrong') {
    throw problem('code-wrong', {
      field: 'body.code',
      title: 'That is none of your recovery codes. Check each letter.',
    });
  }
  if (outcome === 'used') {
    throw problem('code-used', {
      field: 'body.code',
      title: 'That recovery code has been used. Take another one.',
    });
  }
  await mailKeyChange(trx, ground, actor, 'recovery', `${actor.accountId}:${timeStamp(ground.clock)}`);
}
