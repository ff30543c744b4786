import type { Assertion } from '../../../protocol/fresh-proof';
import type { TestHouse } from '../house';
import { Visitor, type Answered } from '../visitor';
import { Authenticator, type Deceit } from './authenticator';

/** Passkeys have a name to belong to: the same house as `localhost`, as PUBLIC_URL calls it. */
export const namedOrigin = (house: TestHouse): string => house.origin.replace('127.0.0.1', 'localhost');

/** A new browser at the house's name. */
export const namedVisitor = (house: TestHouse): Visitor => new Visitor(namedOrigin(house));

/** A browser in which this person has chosen a password and logged in, at the house's name. */
export async function loggedInByName(house: TestHouse, email: string): Promise<Visitor> {
  return byName(house, await house.loggedIn(email));
}

/** The same browser, once it has opened the house by its name. */
export function byName(house: TestHouse, { cookies }: Visitor): Visitor {
  const browser = namedVisitor(house);
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  return browser;
}

/** How somebody proves themselves afresh when they add a key. */
interface Given {
  readonly name?: string;
  readonly code?: string;
  readonly passkey?: Assertion;
  readonly authenticator?: Authenticator;
}

/** "Add a passkey", from the first click to the touch of the fingerprint reader. */
export async function addPasskey(house: TestHouse, browser: Visitor, given: Given = {}) {
  const { name = 'My fingerprint', authenticator = new Authenticator(namedOrigin(house)), ...body } = given;
  const { pending, options } = await browser.must('beginPasskey', { body });
  const attestation = authenticator.make(options);
  const saved = await browser.must('savePasskey', { body: { pending, name, attestation } });
  return { authenticator, keyId: saved.key.id, counts: saved.key.counts, recoveryCodes: saved.recoveryCodes };
}

/** One answer of a passkey, for a deed in this session. */
export async function answerOf(
  browser: Visitor,
  authenticator: Authenticator,
  purpose: 'elevate' | 'prove',
  deceit: Deceit = {},
): Promise<Assertion> {
  const { options } = await browser.must('beginPasskeyProof', { body: { purpose } });
  return authenticator.answer(options, deceit);
}

/** "Use your passkey instead" in the elevate dialog. */
export async function elevateBy(
  browser: Visitor,
  authenticator: Authenticator,
  deceit: Deceit = {},
): Promise<Answered<'elevate'>> {
  const passkey = await answerOf(browser, authenticator, 'elevate', deceit);
  return browser.call('elevate', { body: { passkey } });
}

/** "Log in with a passkey". */
export async function logInBy(
  browser: Visitor,
  authenticator: Authenticator,
  deceit: Deceit = {},
): Promise<Answered<'logInByPasskey'>> {
  const { options } = await browser.must('beginPasskeyLogIn');
  return browser.call('logInByPasskey', { body: { passkey: authenticator.answer(options, deceit) } });
}
