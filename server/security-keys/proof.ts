import type { Assertion } from '../../protocol/fresh-proof';
import type { StaffActor } from '../access/actor';
import type { Transaction } from '../storage/database';

/** What a caller has sent to prove themselves afresh, and from where; `proofOf` reads it out of a request. */
export interface ProofGiven {
  /** Six digits or ten characters, as `codeOrRecovery` of protocol/fields.ts leaves them. */
  readonly code: string | undefined;
  readonly passkey: Assertion | undefined;
  readonly browserToken: string | undefined;
  /** Origin under which the person opened Heed. */
  readonly origin: string;
}

export interface FreshProof {
  readonly actor: StaffActor;
  readonly given: ProofGiven;
  /** What a passkey's challenge must have been made for. */
  readonly purpose: 'elevate' | 'prove';
  /** A waiting key that proves as well: the one that its owner removes. */
  readonly alsoKey?: string;
}

/** What a proof turned out to be: a code, a recovery code, or a passkey. */
export type Proof = 'key' | 'recovery' | 'passkey';

/**
 * What a proof is worth, found out before the transaction: `settle` uses it up inside. It returns a refusal where what
 * it wrote must stay although the proof is refused; for every other refusal it throws.
 */
export interface ReadProof {
  readonly proof: Proof;
  settle(trx: Transaction): Promise<Error | null>;
}
