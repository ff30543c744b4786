import * as openid from 'openid-client';
import { MINUTE, SECOND } from '../clock';
import type { Ground } from '../ground';
import { issuerOf, originsOf, type Provider } from './provider';
import { providerFetch, ProviderAway, type Transport } from './provider-fetch';

/** Milliseconds for each question to a provider. */
const TIMEOUT = 8 * SECOND;
/** How long a provider's description is believed, so that a flood at our door does not become one at theirs. */
const KEPT = 5 * MINUTE;

interface Held {
  readonly config: Promise<openid.Configuration>;
  readonly until: number;
}

/** What openid-client needs to speak with each provider: its description, our client, the limits of our questions. */
export class ProviderClients {
  readonly #ground: Ground;
  readonly #transport: Transport | undefined;
  readonly #held = new Map<string, Held>();

  constructor(ground: Ground, transport?: Transport) {
    this.#ground = ground;
    this.#transport = transport;
  }

  /** The client of one provider. @throws ProviderAway where the provider does not describe itself as it must */
  async of(provider: Provider): Promise<openid.Configuration> {
    const now = this.#ground.clock.now();
    const key = `${provider.schoolId} ${provider.connection.provider}`;
    const name = `${key} ${provider.setAt}`;
    for (const [one, { until }] of this.#held)
      if (until <= now || (one.startsWith(`${key} `) && one !== name)) this.#held.delete(one);
    const held = this.#held.get(name) ?? { config: this.ask(provider), until: now + KEPT };
    this.#held.set(name, held);
    held.config.catch(() => this.#held.delete(name));
    return held.config;
  }

  /** Asks a provider anew how it is to be spoken with. @throws ProviderAway */
  async ask({
    connection,
    clientId,
    secret,
  }: Pick<Provider, 'connection' | 'clientId' | 'secret'>): Promise<openid.Configuration> {
    const issuer = new URL(issuerOf(connection));
    const skew = Math.round((this.#ground.clock.now() - Date.now()) / SECOND);
    let config: openid.Configuration;
    try {
      config = await openid.discovery(
        issuer,
        clientId,
        { client_secret: secret, [openid.clockSkew]: skew },
        undefined,
        {
          [openid.customFetch]: providerFetch(originsOf(connection), this.#transport),
          timeout: TIMEOUT / SECOND,
          execute: [openid.enableNonRepudiationChecks],
        },
      );
    } catch (fault) {
      throw fault instanceof ProviderAway ? fault : new ProviderAway(whyOf(fault));
    }
    needUsable(config, originsOf(connection), issuerOf(connection));
    return config;
  }
}

/** Every address that we use lies where we may go, and the issuer is letter for letter the one that was asked. */
function needUsable(config: openid.Configuration, origins: ReadonlySet<string>, issuer: string): void {
  const server = config.serverMetadata();
  const used = [server.authorization_endpoint, server.token_endpoint, server.jwks_uri];
  const right = used.every(
    (url) => url !== undefined && URL.canParse(url) && origins.has(new URL(url).origin),
  );
  const codes = server.response_types_supported?.includes('code') ?? true;
  if (!right || !codes || server.issuer !== issuer) throw new ProviderAway('not-usable');
}

/** An answer that is no success means that no such tenant or issuer is there. */
function whyOf(fault: unknown): 'not-found' | 'not-usable' {
  return fault instanceof openid.ClientError && fault.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
    ? 'not-found'
    : 'not-usable';
}
