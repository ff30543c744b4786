import { generateKeyPairSync } from 'node:crypto';
import type { Assertion } from '../../../protocol/fresh-proof';
import type { Ground } from '../../ground';
import { hashToken } from '../../staff/tokens';
import type { HeldSecurityKey } from '../key-store';
import { passkeyOf } from './passkey';
import { isPasskeyOrigin, rpIdOf } from './relying-party';
import { webauthn } from './webauthn';

/** An answer whose signature, origin, address and user verification are right; its challenge is still to be looked at. */
export interface RightAnswer {
  readonly challengeHash: string;
  readonly signCount: number;
  readonly backedUp: boolean;
}

/**
 * Checks a passkey's answer against a key, or, where there is none, against one that nobody holds, so that an unknown
 * passkey costs the same work. The person must have been verified by fingerprint, face, PIN or screen lock.
 * @returns null when anything is not right
 */
export async function verifyAssertion(
  ground: Ground,
  origin: string,
  key: HeldSecurityKey | null,
  answer: Assertion,
): Promise<RightAnswer | null> {
  const held = key && passkeyOf(key);
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const said = { clientDataJSON, authenticatorData, signature };
  const { verifyAuthenticationResponse } = await webauthn();
  let challenge = '';
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: said, clientExtensionResults: {} },
      // Which challenge it is decides the transaction that uses it up.
      expectedChallenge: (given) => ((challenge = given), true),
      expectedOrigin: isPasskeyOrigin(ground, origin) ? origin : [],
      expectedRPID: rpIdOf(ground),
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(held ? Buffer.from(held.publicKey, 'base64url') : nobodysKey),
        // The count is compared where it is written, so that going backwards can be told.
        counter: 0,
      },
    });
    if (!held || !verified || held.credentialId !== answer.id) return null;
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return { challengeHash: hashToken(challenge), signCount: newCounter, backedUp: credentialBackedUp };
  } catch {
    // The library throws for whatever is wrong in what a caller has sent.
    return null;
  }
}

/** A public key whose private half was thrown away: a COSE map of kty EC2, alg ES256, crv P-256, x and y. */
const nobodysKey = ((): Buffer => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    bytes(x),
    Buffer.from('225820', 'hex'),
    bytes(y),
  ]);
})();
