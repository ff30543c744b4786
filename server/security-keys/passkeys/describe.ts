import type { AuthenticatorTransport } from '@simplewebauthn/server';
import type { HeldSecurityKey } from '../key-store';
import { passkeyOf } from './passkey';

/** One credential as a browser is told of it. */
export interface DescribedPasskey {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports: AuthenticatorTransport[];
}

/** The passkeys among some keys, for a browser to look for or to leave alone. */
export function describePasskeys(keys: readonly HeldSecurityKey[]): DescribedPasskey[] {
  return keys
    .map(passkeyOf)
    .filter((passkey) => passkey !== null)
    .map(({ credentialId, transports }) => ({
      id: credentialId,
      type: 'public-key',
      transports: [...transports] as AuthenticatorTransport[],
    }));
}
