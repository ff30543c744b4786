import * as openid from 'openid-client';
import { signInRefusals } from '../../protocol/words/refusals/sign-in';
import type { Ground } from '../ground';
import { problem, type ProblemError } from '../http/problem';
import type { Attempt } from './attempt-store';
import { needClient } from './begin-sign-in';
import { isOfSchool } from './claims';
import type { Provider } from './provider';
import type { ProviderClients } from './provider-clients';
import { ProviderAway } from './provider-fetch';

/** What a provider sent the browser back with, and what it has to fit. */
interface Returned {
  readonly address: string;
  readonly state: string;
  readonly code: string;
  readonly iss: string | undefined;
  readonly attempt: Attempt;
}

/** The refusal for whoever is not known here, for whatever reason: it tells nobody which. */
export const notKnown = (): ProblemError =>
  problem('log-in-failed', {
    title: signInRefusals.unknown,
  });

/** Codes of openid-client that say that the provider failed, not that its answer is a wrong one. */
const AWAY: readonly unknown[] = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

/**
 * Changes the code for a token at the provider and checks it: signature, issuer, audience, times, nonce (openid-client),
 * then that it speaks of the school's own part of the provider.
 * @throws problem 'provider-away', 'sign-in-over' for a code that was used; 'log-in-failed' for a token that is not right
 */
export async function readAnswer(
  ground: Ground,
  clients: ProviderClients,
  provider: Provider,
  returned: Returned,
): Promise<openid.IDToken> {
  const config = await needClient(ground, clients, provider);
  const url = new URL(returned.address);
  const { state, code, iss, attempt } = returned;
  url.search = new URLSearchParams({ state, code, ...(iss === undefined ? {} : { iss }) }).toString();
  try {
    const answer = await openid.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = answer.claims();
    if (claims && isOfSchool(provider, claims)) return claims;
  } catch (fault) {
    const { kind, refusal } = refusalOf(fault);
    ground.log.warn({ provider: provider.connection.provider, kind }, 'a sign-in was refused');
    throw refusal;
  }
  throw notKnown();
}

/** Codes only: what a provider writes into its faults is not ours to keep. */
function refusalOf(fault: unknown): { kind: string; refusal: ProblemError } {
  if (fault instanceof ProviderAway) return { kind: fault.why, refusal: problem('provider-away') };
  if (fault instanceof openid.ResponseBodyError) {
    // A wrong secret or client: the office has to mend it.
    const over = fault.error === 'invalid_grant';
    return { kind: over ? 'code' : 'client', refusal: problem(over ? 'sign-in-over' : 'provider-away') };
  }
  const kind = fault instanceof openid.ClientError ? (fault.code ?? 'token') : 'token';
  return { kind, refusal: AWAY.includes(kind) ? problem('provider-away') : notKnown() };
}
