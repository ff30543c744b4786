import type { ReplyOf } from '../../../protocol/endpoint';
import type { beginPasskeyProof as endpoint } from '../../../protocol/passkeys';
import { passkeyRefusals } from '../../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../../access/actor';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { hashToken, isToken, newToken } from '../../staff/tokens';
import { listSavedKeys } from '../key-store';
import { CHALLENGE_LIFE, makeChallenge } from './challenge';
import { describePasskeys, type DescribedPasskey } from './describe';
import type { ChallengeFor } from './challenge-store';
import { needPasskeyOrigin, rpIdOf } from './relying-party';
import { webauthn } from './webauthn';

type Asked = ReplyOf<typeof endpoint>;

/**
 * Asks for an answer of one of the person's own passkeys; waiting ones too, so that one of them can be told whom to ask.
 * @throws problem 'not-found' for whoever has none; 'not-valid' at an address that can have none
 */
export async function askOwnPasskey(
  ground: Ground,
  actor: StaffActor,
  given: { purpose: 'elevate' | 'prove'; origin: string },
): Promise<Asked> {
  needPasskeyOrigin(ground, given.origin);
  const { accountId, sessionId: boundTo } = actor;
  const own = describePasskeys(await listSavedKeys(ground.database.read, ground.keys, accountId));
  if (own.length === 0) throw problem('not-found', { title: passkeyRefusals.noneHere });
  return ask(ground, { purpose: given.purpose, accountId, boundTo, keyId: null }, own);
}

/**
 * Asks for an answer of any passkey that this browser has for this address, to log in with it. The answer is bound to
 * the browser by a mark in a cookie, which several tabs share.
 * @returns with it the mark, for the cookie
 */
export async function askAnyPasskey(
  ground: Ground,
  given: { mark: string | undefined; origin: string },
): Promise<Asked & { mark: string }> {
  needPasskeyOrigin(ground, given.origin);
  const mark = isToken(given.mark) ? given.mark : newToken();
  return { ...(await ask(ground, logInBy(mark), [])), mark };
}

/** What a challenge of a log-in is made for, in the browser that has this mark. */
export const logInBy = (mark: string): ChallengeFor => ({
  purpose: 'log-in',
  accountId: null,
  boundTo: hashToken(mark),
  keyId: null,
});

async function ask(ground: Ground, made: ChallengeFor, own: DescribedPasskey[]): Promise<Asked> {
  const challenge = await ground.database.write((trx) => makeChallenge(trx, ground, made));
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(ground),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_LIFE,
    userVerification: 'required',
    allowCredentials: own,
  });
  return { options: options as Asked['options'] };
}
