import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';

/** What a provider knows of one of its people; everything goes into the token. */
export interface Person {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface RealProvider {
  /** Where it listens in truth. */
  readonly origin: string;
  /** Who sits before its log-in page: whoever that is signs in at once, and consents. Null: they press Cancel. */
  who: Person | null;
  /** Milliseconds by which a sign-in there lies back. */
  signedInBefore: number;
  close(): Promise<void>;
}

export const CLIENT = { id: 'heed-at-oakfield', secret: 'a secret that only two may know' } as const;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'first' };

/**
 * A whole OpenID provider on this machine, under whatever address it believes to have.
 * @param issuer https address, with a path or without
 */
export async function openProvider(issuer: string, returnTo: string): Promise<RealProvider> {
  const people = new Map<string, Person>();
  const self = { who: null as Person | null, signedInBefore: 0 };
  const provider = new Provider(issuer, configuration(people, returnTo));
  provider.proxy = true;
  const mount = mountOf(issuer);
  const answer = provider.callback();
  const server = createServer((request: IncomingMessage & { originalUrl?: string }, response) => {
    request.originalUrl = request.url ?? '';
    if (!request.originalUrl.startsWith(mount)) {
      response.writeHead(400).end();
      return;
    }
    request.url = request.originalUrl.slice(mount.length);
    if (request.url.startsWith('/interaction/')) void decide(provider, { self, people }, request, response);
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(self, {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** The path below which it lies. */
function mountOf(issuer: string): string {
  return new URL(issuer).pathname.replace(/\/$/, '');
}

/** Signs whoever is there in. */
async function decide(
  provider: Provider,
  { self, people }: { self: { who: Person | null; signedInBefore: number }; people: Map<string, Person> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { who } = self;
  if (!who) return provider.interactionFinished(request, response, { error: 'access_denied' });
  people.set(who.sub, who);
  const ts = Math.floor((Date.now() - self.signedInBefore) / 1000);
  return provider.interactionFinished(request, response, {
    select_account: {},
    login: { accountId: who.sub, ts, remember: false },
  });
}

function configuration(people: ReadonlyMap<string, Person>, returnTo: string): Configuration {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of this test alone'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (ctx, { uid }) => `${mountOf(ctx.oidc.issuer)}/interaction/${uid}` },
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'auth_time', 'tid', 'hd', 'xms_edov', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    scopes: ['openid', 'email', 'profile'],
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}
