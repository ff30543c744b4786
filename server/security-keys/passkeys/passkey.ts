import type { HeldSecurityKey } from '../key-store';

/** What is kept of a passkey in the sealed cell of its row. */
export interface PasskeyFacts {
  /** Base64url, as browsers name it. */
  readonly credentialId: string;
  /** COSE key in base64url. */
  readonly publicKey: string;
  /** How a browser reaches it: 'internal', 'usb', 'hybrid' … */
  readonly transports: readonly string[];
}

export const packPasskey = (facts: PasskeyFacts): string => JSON.stringify(facts);

/** The passkey that a saved row holds; null for an authenticator app. */
export function passkeyOf(key: HeldSecurityKey): PasskeyFacts | null {
  return key.kind === 'passkey' ? (JSON.parse(key.secret) as PasskeyFacts) : null;
}
