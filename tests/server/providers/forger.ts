import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const pairs = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
/** The key that the forger shows, and one that it does not. */
const [shownKey, hiddenKey] = pairs.map(({ privateKey }) => privateKey) as [KeyObject, KeyObject];

/** How the next token is made; a right provider makes none but the first kind. */
export interface Forgery {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly sign?: (content: string) => Buffer;
}

/** How the forger describes itself, and what it answers at an address instead of what belongs there. */
export interface Forger {
  readonly origin: string;
  /** Of the attempt that is under way. */
  nonce: string;
  forgery: Forgery;
  description: Record<string, unknown>;
  instead: Partial<Record<string, (response: ServerResponse) => void>>;
  close(): Promise<void>;
}

const now = () => Math.floor(Date.now() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const rs256 = (key: KeyObject) => (content: string) => sign('sha256', Buffer.from(content), key);

export const by = {
  hidden: rs256(hiddenKey),
  nobody: () => Buffer.alloc(0),
  secret: (secret: string) => (content: string) => createHmac('sha256', secret).update(content).digest(),
};

/** Something that looks like a provider and signs whatever a story wants. */
export async function openForger(issuer: string, audience: string): Promise<Forger> {
  const self = {
    nonce: '',
    forgery: {} as Forgery,
    description: {} as Record<string, unknown>,
    instead: {} as Forger['instead'],
  };
  const token = () => {
    const { claims = {}, header = {}, sign: signed = rs256(shownKey) } = self.forgery;
    const usual = { iss: issuer, aud: audience, sub: 'wes', nonce: self.nonce, iat: now(), exp: now() + 300 };
    const content = `${part({ alg: 'RS256', kid: 'shown', ...header })}.${part({ ...usual, ...claims })}`;
    return `${content}.${signed(content).toString('base64url')}`;
  };
  const pages: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
      ...self.description,
    }),
    '/jwks': () => ({
      keys: [{ ...pairs[0]!.publicKey.export({ format: 'jwk' }), kid: 'shown', use: 'sig' }],
    }),
    '/token': () => ({ access_token: 'unused', token_type: 'Bearer', id_token: token() }),
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const instead = self.instead[path];
    if (instead) {
      instead(response);
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(pages[path]?.() ?? {}));
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
