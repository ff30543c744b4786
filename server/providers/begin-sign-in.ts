import * as openid from 'openid-client';
import type { ProviderKind, SignInPurpose } from '../../protocol/providers';
import { RETURN_PATH } from '../../protocol/sign-in-path';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { linkOrigin } from '../staff/link-origin';
import { newToken } from '../staff/tokens';
import { insertAttempt } from './attempt-store';
import type { Provider } from './provider';
import type { ProviderClients } from './provider-clients';
import { ProviderAway } from './provider-fetch';
import { findProvider } from './provider-store';

interface BeginGiven {
  readonly schoolId: string | null;
  readonly provider: ProviderKind;
  readonly purpose: SignInPurpose;
  /** Whose session it is, for everything but a log-in. */
  readonly actor: StaffActor | null;
  readonly shared: boolean;
  /** Where the person opened Heed. */
  readonly origin: string;
}

/** The address that a provider sends people back to, under the origin of this school. */
export const returnAddress = (ground: Ground, origin: string): string =>
  `${linkOrigin(ground, origin)}${RETURN_PATH}`;

/**
 * Begins to sign in: an address to open at the provider, and a token for a cookie of this browser. State, nonce and
 * verifier are made here and never leave the server but as the protocol needs them.
 * @throws problem 'not-found' where this school has no such provider; 'provider-away'
 */
export async function beginSignIn(
  ground: Ground,
  clients: ProviderClients,
  given: BeginGiven,
): Promise<{ url: string; browserToken: string }> {
  const { schoolId, purpose, actor } = given;
  const provider =
    schoolId === null ? null : await findProvider(ground.database.read, ground, schoolId, given.provider);
  if (!provider || schoolId === null) throw problem('not-found');
  const config = await needClient(ground, clients, provider);
  const [state, nonce, verifier, browserToken] = [newToken(), newToken(), newToken(), newToken()];
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: returnAddress(ground, given.origin),
    scope: 'openid email profile',
    response_type: 'code',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...asking(provider, given),
  });
  const { connection, clientId } = provider;
  const attempt = { purpose, connection, clientId, nonce, verifier, sessionId: actor?.sessionId ?? null };
  await ground.database.write((trx) =>
    insertAttempt(trx, ground, { schoolId, state, browserToken, attempt }),
  );
  return { url: url.href, browserToken };
}

/** The client of a provider that is there. @throws problem 'provider-away', with the reason in the log */
export async function needClient(
  ground: Ground,
  clients: ProviderClients,
  provider: Provider,
): Promise<openid.Configuration> {
  try {
    return await clients.of(provider);
  } catch (fault) {
    if (!(fault instanceof ProviderAway)) throw fault;
    ground.log.warn({ provider: provider.connection.provider, why: fault.why }, 'a provider does not answer');
    throw problem('provider-away');
  }
}

/**
 * Whom the provider is to ask for what. Nobody goes on by themselves as whoever signed in there last; on a shared device,
 * and to prove oneself again, the password is asked for there too, where the provider can be asked for that (Google cannot).
 */
function asking({ connection }: Provider, { purpose, shared }: BeginGiven): Record<string, string> {
  if (connection.provider === 'google') return { prompt: 'select_account', hd: connection.hosted };
  return purpose === 'again' || shared ? { prompt: 'login', max_age: '0' } : { prompt: 'select_account' };
}
