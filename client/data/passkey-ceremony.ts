import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Session } from '../../protocol/accounts';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Assertion } from '../../protocol/fresh-proof';
import type { Attestation, beginPasskey, beginPasskeyProof } from '../../protocol/passkeys';
import { call } from './call';

/**
 * Why a passkey gave no answer: the person or the browser broke off, another ceremony took its place, the device holds
 * one of this person already, or something else went wrong.
 */
export type CeremonyFault = 'cancelled' | 'replaced' | 'held' | 'failed';

/** Thrown where the browser has no answer; what the school refuses is a CallFault. */
export class PasskeyCeremonyFailed extends Error {
  override name = 'PasskeyCeremonyFailed';
  readonly fault: CeremonyFault;

  constructor(fault: CeremonyFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Makes the passkey that was begun. Call it from a button. @throws PasskeyCeremonyFailed */
export async function makePasskey(options: ReplyOf<typeof beginPasskey>['options']): Promise<Attestation> {
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  const { id, rawId, response } = await answered(startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, transports } };
}

/**
 * Asks one of the person's own passkeys for an answer to a new challenge. Call it from a button.
 * @throws PasskeyCeremonyFailed; CallFault
 */
export async function askOwnPasskey(purpose: 'elevate' | 'prove'): Promise<Assertion> {
  const { options } = await call('beginPasskeyProof', { body: { purpose } });
  return answerTo(options, false);
}

/**
 * Logs in with any passkey that this browser has for Heed.
 * @param how by a button; or offered in the field for the address, which waits until somebody takes it there
 * @throws PasskeyCeremonyFailed; CallFault
 */
export async function logInByPasskey(how: 'button' | 'field'): Promise<Session> {
  const { options } = await call('beginPasskeyLogIn');
  const passkey = await answerTo(options, how === 'field');
  return (await call('logInByPasskey', { body: { passkey } })).session;
}

/** Breaks off whatever is being asked. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function answerTo(
  options: ReplyOf<typeof beginPasskeyProof>['options'],
  useBrowserAutofill: boolean,
): Promise<Assertion> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  const { id, rawId, response } = await answered(startAuthentication({ optionsJSON, useBrowserAutofill }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId,
    type: 'public-key',
    response: { clientDataJSON, authenticatorData, signature, userHandle },
  };
}

/** Every fault of the browser as one of ours. A `NotAllowedError` is all that it says of whoever broke off. */
async function answered<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (fault) {
    throw new PasskeyCeremonyFailed(faults[fault instanceof Error ? fault.name : ''] ?? 'failed', {
      cause: fault,
    });
  }
}

const faults: Partial<Record<string, CeremonyFault>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'replaced',
  InvalidStateError: 'held',
};
