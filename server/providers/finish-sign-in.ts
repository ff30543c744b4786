import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Beginning, Begun } from '../staff/begin-session';
import { isToken } from '../staff/tokens';
import { useAttempt, type Attempt } from './attempt-store';
import { returnAddress } from './begin-sign-in';
import { logInThrough } from './log-in-through';
import type { Provider } from './provider';
import type { ProviderClients } from './provider-clients';
import { findProvider } from './provider-store';
import { linkThrough, proveThrough } from './prove-through';
import { readAnswer } from './read-answer';

/** What a provider sent a browser back with, and where that is. */
interface Returning {
  readonly schoolId: string | null;
  readonly state: string;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  readonly iss?: string | undefined;
  /** Where the person opened Heed. */
  readonly origin: string;
  /** From the cookie of the browser that began. */
  readonly browserToken: string | undefined;
}

/**
 * Ends a log-in that was begun at a provider.
 * @throws as `read` says; problem 'log-in-failed' for whoever is not known here
 */
export async function finishSignIn(
  ground: Ground,
  clients: ProviderClients,
  given: Returning & { readonly beginning: Beginning },
): Promise<Begun> {
  const { provider, claims } = await read(ground, clients, given, null);
  return logInThrough(ground, provider, claims, given.beginning);
}

/** Ends what a person began in their running session. @throws as `read`, `proveThrough` and `linkThrough` say */
export async function finishProof(
  ground: Ground,
  clients: ProviderClients,
  actor: StaffActor,
  given: Returning,
): Promise<void> {
  const answer = await read(ground, clients, given, actor);
  if (answer.purpose === 'again') await proveThrough(ground, actor, answer);
  else await linkThrough(ground, actor, answer);
}

/**
 * Uses the attempt up, whatever comes of it, and reads the provider's answer.
 * @param actor whose session began it; null: a log-in
 * @throws problem 'sign-in-over' without such an attempt of this browser; 'sign-in-stopped' where the provider says no;
 * 'provider-away'; 'log-in-failed' for a token that is not right
 */
async function read(ground: Ground, clients: ProviderClients, given: Returning, actor: StaffActor | null) {
  const { schoolId, state, code, iss, browserToken } = given;
  if (schoolId === null || !isToken(browserToken)) throw problem('sign-in-over');
  const used = await ground.database.write((trx) =>
    useAttempt(trx, ground, { schoolId, state, browserToken }),
  );
  if (!used) throw problem('sign-in-over');
  const { attempt, begunAt } = used;
  if (attempt.sessionId !== (actor?.sessionId ?? null)) throw problem('sign-in-over');
  if (given.error !== undefined || code === undefined) throw problem('sign-in-stopped');
  const provider = await stillSame(ground, schoolId, attempt);
  const address = returnAddress(ground, given.origin);
  const claims = await readAnswer(ground, clients, provider, { address, state, code, iss, attempt });
  return { purpose: attempt.purpose, provider, claims, begunAt };
}

/** The provider as it was when the attempt began: the state names it, and no other may answer in its place. */
async function stillSame(ground: Ground, schoolId: string, attempt: Attempt): Promise<Provider> {
  const { connection, clientId } = attempt;
  const provider = await findProvider(ground.database.read, ground, schoolId, connection.provider);
  const same =
    provider?.clientId === clientId && JSON.stringify(provider.connection) === JSON.stringify(connection);
  if (!provider || !same) throw problem('sign-in-over');
  return provider;
}
