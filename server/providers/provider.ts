import { createHash } from 'node:crypto';
import type { Connection, ProviderKind } from '../../protocol/providers';

/** A provider as one school set it, its secret opened; it stays inside this folder. */
export interface Provider {
  readonly schoolId: string;
  readonly connection: Connection;
  readonly clientId: string;
  readonly secret: string;
  /** Endings of the e-mail addresses that may be linked, in small letters. */
  readonly domains: readonly string[];
  readonly setAt: string;
}

const GOOGLE = 'https://accounts.google.com';

/** Google's description of itself names these hosts beside its issuer. */
const GOOGLE_HOSTS = [GOOGLE, 'https://oauth2.googleapis.com', 'https://www.googleapis.com'];

/** Who signs the tokens: exactly this address, from nobody else's mouth. */
export function issuerOf(connection: Connection): string {
  switch (connection.provider) {
    case 'microsoft':
      return `https://login.microsoftonline.com/${connection.tenant}/v2.0`;
    case 'google':
      return GOOGLE;
    case 'other':
      return connection.issuer;
  }
}

/**
 * The origins that the server may speak with, and send a browser to, for this provider; whatever its description says.
 */
export function originsOf(connection: Connection): ReadonlySet<string> {
  return new Set(connection.provider === 'google' ? GOOGLE_HOSTS : [new URL(issuerOf(connection)).origin]);
}

/**
 * Within what a subject means one person for ever. Microsoft makes a subject for each client, so another client is
 * another realm; elsewhere the issuer alone is.
 */
export function realmOf({ connection, clientId }: Pick<Provider, 'connection' | 'clientId'>): string {
  const issuer = issuerOf(connection);
  return connection.provider === 'microsoft' ? `${issuer} ${clientId}` : issuer;
}

/** Issuer and subject as one value; hashed first, since small and capital letters are different subjects. */
export function subjectOf(realm: string, sub: string): string {
  return createHash('sha256')
    .update(JSON.stringify([realm, sub]))
    .digest('hex');
}

export const kindOf = ({ connection }: Pick<Provider, 'connection'>): ProviderKind => connection.provider;
