import type { Attestation } from '../../../protocol/passkeys';
import { passkeyRefusals } from '../../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../../access/actor';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { hashToken } from '../../staff/tokens';
import { keepKey, type KeptKey } from '../keep-key';
import type { NewPasskey } from '../key-store';
import { needPendingKey } from '../save-key';
import { ALGORITHMS } from './begin-passkey';
import { useChallenge } from './challenge-store';
import { packPasskey } from './passkey';
import { credentialIndex, isKnownCredential } from './passkey-store';
import { isPasskeyOrigin, rpIdOf } from './relying-party';
import { webauthn } from './webauthn';

/**
 * Saves a begun passkey once its authenticator has made it and verified its person.
 * @throws problem 'not-found' for one that was not begun by this person, too long ago, or before keys or password were changed;
 * 'code-wrong' when what the authenticator says is not right, 'code-used' when it said it before
 */
export async function savePasskey(
  ground: Ground,
  actor: StaffActor,
  given: { pending: string; name: string; attestation: Attestation; origin: string },
): Promise<KeptKey> {
  const { accountId, sessionId: boundTo } = actor;
  const made = await readAttestation(ground, given.origin, given.attestation);
  return ground.database.write(async (trx) => {
    const key = await needPendingKey(trx, ground, actor, { id: given.pending, kind: 'passkey' });
    if (!made) throw wrong();
    const asked = { purpose: 'register', accountId, boundTo, keyId: key.id } as const;
    const outcome = await useChallenge(trx, made.challengeHash, asked, timeStamp(ground.clock));
    if (outcome !== 'right') throw outcome === 'used' ? used() : wrong();
    if (await isKnownCredential(trx, ground.keys, given.attestation.id)) throw used();
    return keepKey(trx, ground, actor, { key, name: given.name, passkey: made.passkey });
  });
}

async function readAttestation(
  ground: Ground,
  origin: string,
  attestation: Attestation,
): Promise<{ challengeHash: string; passkey: NewPasskey } | null> {
  const { clientDataJSON, attestationObject, transports = [] } = attestation.response;
  const { verifyRegistrationResponse } = await webauthn();
  let challenge = '';
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...attestation,
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      // Which challenge it is decides the transaction that uses it up.
      expectedChallenge: (given) => ((challenge = given), true),
      expectedOrigin: isPasskeyOrigin(ground, origin) ? origin : [],
      expectedRPID: rpIdOf(ground),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!registrationInfo || registrationInfo.credential.id !== attestation.id) return null;
    const { credential, credentialBackedUp: backedUp } = registrationInfo;
    const passkey = {
      secret: packPasskey({
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        transports,
      }),
      credentialIndex: credentialIndex(ground.keys, credential.id),
      signCount: credential.counter,
      backedUp,
    };
    return { challengeHash: hashToken(challenge), passkey };
  } catch {
    // The library throws for whatever is wrong in what a caller has sent.
    return null;
  }
}

const wrong = () =>
  problem('code-wrong', {
    field: 'body.attestation',
    title: passkeyRefusals.notSaved,
  });
const used = () =>
  problem('code-used', {
    field: 'body.attestation',
    title: passkeyRefusals.savedBefore,
  });
