import type { Assertion } from '../../protocol/fresh-proof';
import { keyRefusals } from '../../protocol/words/refusals/security-keys';
import type { Ground } from '../ground';
import type { RequestFacts } from '../http/call';
import { problem } from '../http/problem';
import { giveBack } from '../staff/tries';
import type { Transaction } from '../storage/database';
import { needCodeTry } from './code-tries';
import type { FreshProof, Proof, ProofGiven, ReadProof } from './proof';
import { readCode } from './prove-by-code';
import { readPasskey } from './prove-by-passkey';
import { waitsForConfirmation } from './whom-to-ask';

/** The proof in a body that has `proofEntries`, with what the request says of its browser. */
export function proofOf(
  body: { readonly code?: string | undefined; readonly passkey?: Assertion | undefined },
  request: Pick<RequestFacts, 'cookie' | 'origin'>,
): ProofGiven {
  const { code, passkey } = body;
  return { code, passkey, browserToken: request.cookie('browser'), origin: request.origin };
}

/** Whether anything was sent at all. */
export const isProof = ({ code, passkey }: ProofGiven): boolean =>
  code !== undefined || passkey !== undefined;

/**
 * Runs a command that a fresh proof must allow, in the same transaction in which the proof is used up. A code or an
 * answer of a passkey is accepted once, ever; of two parallel requests with the same one, the second fails.
 * @throws problem 'too-many', 'code-wrong', 'code-used', 'key-not-confirmed'; 'not-valid' without any proof
 */
export async function withFreshProof<T>(
  ground: Ground,
  fresh: FreshProof,
  command: (trx: Transaction, proof: Proof) => Promise<T>,
): Promise<T> {
  if (!isProof(fresh.given)) throw noProof();
  const tries = await needCodeTry(ground, fresh.actor, fresh.given.browserToken);
  const read = await readProof(ground, fresh);
  if (read === 'waiting') {
    // The right proof of a key that waits is no guess.
    await ground.database.write((trx) => giveBack(trx, tries));
    throw await waitsForConfirmation(ground, fresh.actor);
  }
  const done = await ground.database.write(async (trx) => {
    const refusal = await read.settle(trx);
    if (refusal) return { refusal };
    await giveBack(trx, tries);
    return { result: await command(trx, read.proof) };
  });
  if ('refusal' in done) throw done.refusal;
  return done.result;
}

function readProof(ground: Ground, fresh: FreshProof): Promise<ReadProof | 'waiting'> {
  const { passkey, code = '' } = fresh.given;
  return passkey ? readPasskey(ground, fresh, passkey) : readCode(ground, fresh, code);
}

const noProof = () =>
  problem('not-valid', {
    field: 'body.code',
    title: keyRefusals.codeOrRecovery,
  });
