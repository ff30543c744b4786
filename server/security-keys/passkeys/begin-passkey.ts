import type { ReplyOf } from '../../../protocol/endpoint';
import { uuidv7 } from '../../../protocol/identifiers';
import type { beginPasskey as endpoint } from '../../../protocol/passkeys';
import type { StaffActor } from '../../access/actor';
import type { Ground } from '../../ground';
import { presentSession } from '../../staff/present-session';
import { insertAllowedKey } from '../allow-new-key';
import { listSavedKeys } from '../key-store';
import type { ProofGiven } from '../proof';
import { CHALLENGE_LIFE, makeChallenge } from './challenge';
import { describePasskeys } from './describe';
import { needPasskeyOrigin, rpIdOf, userHandleOf } from './relying-party';
import { webauthn } from './webauthn';

/** ES256, RS256 and EdDSA, by what authenticators have most (COSE algorithm numbers). */
export const ALGORITHMS = [-7, -257, -8];

/**
 * Begins a passkey: what the browser needs to make one. It must be discoverable, so that it logs in without an address,
 * and verify its person. @throws as `insertAllowedKey`; problem 'not-valid' at an address that can have none
 */
export async function beginPasskey(
  ground: Ground,
  actor: StaffActor,
  given: ProofGiven,
): Promise<ReplyOf<typeof endpoint>> {
  needPasskeyOrigin(ground, given.origin);
  const { accountId, sessionId } = actor;
  const { name, email, passwordAt } = await presentSession(ground, actor);
  const id = uuidv7(ground.clock.now());
  await insertAllowedKey(ground, actor, { id, kind: 'passkey', secret: '' }, given, passwordAt);
  const made = { purpose: 'register', accountId, boundTo: sessionId, keyId: id } as const;
  const challenge = await ground.database.write((trx) => makeChallenge(trx, ground, made));
  const held = await listSavedKeys(ground.database.read, ground.keys, accountId);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Heed',
    rpID: rpIdOf(ground),
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(userHandleOf(accountId)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_LIFE,
    attestationType: 'none',
    excludeCredentials: describePasskeys(held),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { pending: id, owner: { name, email }, options: options as ReplyOf<typeof endpoint>['options'] };
}
