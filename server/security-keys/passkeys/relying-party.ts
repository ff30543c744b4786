import { passkeyRefusals } from '../../../protocol/words/refusals/security-keys';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';

/** The name that passkeys are made under: the host of PUBLIC_URL, for every school of this server (architecture.md). */
export const rpIdOf = ({ settings }: Ground): string => settings.publicUrl.hostname;

/** Whether a passkey of this server works under this origin: PUBLIC_URL's host or one below it. */
export function isPasskeyOrigin(ground: Ground, origin: string): boolean {
  const { hostname } = new URL(origin);
  const rpId = rpIdOf(ground);
  return hostname === rpId || hostname.endsWith(`.${rpId}`);
}

/** @throws problem 'not-valid' where browsers make no passkey, as under the number of a machine instead of its name */
export function needPasskeyOrigin(ground: Ground, origin: string): void {
  if (isPasskeyOrigin(ground, origin)) return;
  const { origin: own } = ground.settings.publicUrl;
  throw problem('not-valid', { title: passkeyRefusals.otherAddress(own) });
}

/** Under which an authenticator keeps somebody's passkey; it says nothing about the person (WebAuthn, section 14.6.1). */
export const userHandleOf = (accountId: string): Buffer => Buffer.from(accountId);
