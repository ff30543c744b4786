import { html, type TemplateResult } from 'lit';
import type { Assertion } from '../../protocol/fresh-proof';
import { errorPart } from '../components/field-parts';
import { icon } from '../components/heed-icon';
import { currentSession } from '../contexts/session';
import { asCallFault } from '../data/call-fault';
import { PasskeyCeremonyFailed } from '../data/passkey-ceremony';
import { passkeysHere } from '../data/passkeys-here';
import { elevate } from '../strings/account';
import { faults } from '../strings/faults';
import { passkeys as words } from '../strings/passkeys';

/** A fresh proof as it is sent (protocol/fresh-proof.ts). */
export type SentProof = { code: string } | { passkey: Assertion };

/** Whether this person can answer with a passkey here, and with an authenticator app anywhere. */
export function waysHere(): { passkey: boolean; app: boolean } {
  const kinds = currentSession().session?.keyKinds ?? [];
  return {
    passkey: kinds.includes('passkey') && passkeysHere() === 'yes',
    app: kinds.includes('totp') || !kinds.includes('passkey'),
  };
}

/** "Use your passkey": what it asks of the person, why it failed before, and its button. */
export function passkeyPart(given: { error: string; busy: boolean; ask: () => void }): TemplateResult {
  return html`<div>
      <p>${words.elevateWhy}</p>
      <div role="alert">${errorPart('passkey', given.error)}</div>
    </div>
    <button
      type="button"
      class="button primary main wide passkey-button"
      ?disabled=${given.busy}
      @click=${given.ask}
    >
      ${icon('fingerprint')}${words.use}
    </button>`;
}

/** Why a passkey did not do, as a sentence; empty where another request took its place. */
export function passkeySentence(thrown: unknown): string {
  if (thrown instanceof PasskeyCeremonyFailed) return words.faults[thrown.fault];
  const fault = asCallFault(thrown);
  if (fault.code === 'unreachable') return words.offline;
  return fault.code === 'too-many' && fault.retryAfter !== null
    ? elevate.slow(faults.wait(fault.retryAfter))
    : fault.title;
}
