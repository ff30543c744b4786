import { keyRefusals } from '../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSchool } from '../school/school';
import type { Transaction } from '../storage/database';
import type { FreshProof, ReadProof } from './proof';
import { burnStep, listSavedKeys, schoolOfStep, type HeldSecurityKey } from './key-store';
import { mailKeyChange } from './notices';
import { useRecoveryCode } from './recovery-store';
import { matchingSteps, secondsLeft } from './totp';

interface Candidate {
  readonly keyId: string;
  readonly step: number;
}

/** Reads six digits of an authenticator app, or a recovery code. @returns 'waiting' for the code of a key that waits */
export async function readCode(
  ground: Ground,
  fresh: FreshProof,
  code: string,
): Promise<ReadProof | 'waiting'> {
  if (code.length !== 6)
    return { proof: 'recovery', settle: (trx) => burnRecovery(trx, ground, fresh.actor, code) };
  const candidates = await findCandidates(ground, fresh, code);
  if (candidates === 'waiting') return candidates;
  return { proof: 'key', settle: (trx) => burnOne(trx, ground, fresh.actor, candidates) };
}

async function findCandidates(
  ground: Ground,
  fresh: FreshProof,
  code: string,
): Promise<Candidate[] | 'waiting'> {
  const keys = await listSavedKeys(ground.database.read, ground.keys, fresh.actor.accountId);
  const apps = keys.filter(({ kind }) => kind === 'totp');
  const counts = (key: HeldSecurityKey) => key.countsFrom !== null || key.id === fresh.alsoKey;
  const candidatesOf = (key: HeldSecurityKey) =>
    matchingSteps(key.secret, code, ground.clock.now()).map((step) => ({ keyId: key.id, step }));
  const found = apps.filter(counts).flatMap(candidatesOf);
  if (found.length > 0) return found;
  const waiting = apps.filter((key) => !counts(key)).flatMap(candidatesOf);
  return waiting.length > 0 ? 'waiting' : [];
}

async function burnOne(
  trx: Transaction,
  ground: Ground,
  { schoolId }: StaffActor,
  candidates: readonly Candidate[],
): Promise<null> {
  if (candidates.length === 0) throw problem('code-wrong', { field: 'body.code' });
  for (const candidate of candidates) {
    if (await burnStep(trx, { ...candidate, schoolId, now: timeStamp(ground.clock) })) return null;
  }
  const at = await schoolOfStep(trx, candidates);
  if (at === null || at === schoolId) throw problem('code-used', { field: 'body.code' });
  // The owner of the code alone can have typed it, so the name of their other school tells nobody anything.
  const { name } = await readSchool(trx, ground, at);
  throw problem('code-used', {
    field: 'body.code',
    title: keyRefusals.usedThere(name, secondsLeft(ground.clock.now())),
  });
}

async function burnRecovery(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  code: string,
): Promise<null> {
  const outcome = await useRecoveryCode(trx, ground, actor.accountId, code);
  if (outcome === 'wrong') {
    throw problem('code-wrong', {
      field: 'body.code',
      title: keyRefusals.noRecoveryCode,
    });
  }
  if (outcome === 'used') {
    throw problem('code-used', {
      field: 'body.code',
      title: keyRefusals.recoveryCodeUsed,
    });
  }
  await mailKeyChange(trx, ground, actor, 'recovery', `${actor.accountId}:${timeStamp(ground.clock)}`);
  return null;
}
