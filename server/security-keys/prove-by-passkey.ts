import type { Assertion } from '../../protocol/fresh-proof';
import { passkeyRefusals } from '../../protocol/words/refusals/security-keys';
import type { Ground } from '../ground';
import { problem, type ProblemError } from '../http/problem';
import type { Transaction } from '../storage/database';
import type { FreshProof, ReadProof } from './proof';
import type { HeldSecurityKey } from './key-store';
import { noteCopied } from './passkeys/note-copied';
import { findPasskey } from './passkeys/passkey-store';
import { usePasskey } from './passkeys/use-passkey';
import { verifyAssertion, type RightAnswer } from './passkeys/verify-assertion';

/** Reads a passkey's answer to a challenge of this session. @returns 'waiting' for a passkey that waits */
export async function readPasskey(
  ground: Ground,
  fresh: FreshProof,
  answer: Assertion,
): Promise<ReadProof | 'waiting'> {
  const { actor, given, alsoKey } = fresh;
  const found = await findPasskey(ground.database.read, ground.keys, answer.id);
  const key = found?.accountId === actor.accountId ? found : null;
  const right = await verifyAssertion(ground, given.origin, key, answer);
  if (!key || !right) throw wrong();
  if (key.countsFrom === null && key.id !== alsoKey) return 'waiting';
  return { proof: 'passkey', settle: (trx) => settle(trx, ground, fresh, { key, right }) };
}

async function settle(
  trx: Transaction,
  ground: Ground,
  { actor, purpose }: FreshProof,
  { key, right }: { key: HeldSecurityKey; right: RightAnswer },
): Promise<ProblemError | null> {
  const { accountId, sessionId: boundTo } = actor;
  const use = await usePasskey(trx, ground, key, right, { purpose, accountId, boundTo, keyId: null });
  if (use === 'right') return null;
  if (use === 'wrong') throw wrong();
  if (use === 'used')
    throw problem('code-used', {
      field: 'body.passkey',
      title: passkeyRefusals.answerUsed,
    });
  await noteCopied(trx, ground, actor, key);
  return problem('code-wrong', {
    field: 'body.passkey',
    title: passkeyRefusals.perhapsCopied,
  });
}

const wrong = () =>
  problem('code-wrong', {
    field: 'body.passkey',
    title: passkeyRefusals.didNotWork,
  });
