import { expect, test } from 'vitest';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { NADIA, openOffice, TOM } from '../oversight/office';
import { confirm } from '../oversight/confirm';
import type { Visitor } from '../visitor';
import { Authenticator } from './authenticator';
import { loggedInByName, namedOrigin, namedVisitor } from './passkey';
import { addKey, elevatedLead, Phone } from './phone';

const NEW = 'seven green umbrellas';

/** A lead with a key, and a thief with her phone and her password, who has begun a key of each kind with its codes. */
async function stolenPhone(house: TestHouse, email: string) {
  const browser = await loggedInByName(house, email);
  const { phone, keyId, recoveryCodes } = await addKey(house, browser);
  const thief = namedVisitor(house);
  await thief.must('logIn', { body: { email, password: PASSWORD } });
  const app = await thief.must('beginKey', { body: { code: phone.nextCode() } });
  const passkey = await thief.must('beginPasskey', { body: { code: phone.nextCode() } });
  const attestation = new Authenticator(namedOrigin(house)).make(passkey.options);
  /** The thief goes on, in this browser. */
  const save = async (by: Visitor) => [
    await by.call('saveKey', {
      body: { pending: app.pending, name: 'Mine', code: new Phone(house, app.secret).code() },
    }),
    await by.call('savePasskey', { body: { pending: passkey.pending, name: 'Mine', attestation } }),
  ];
  return { email, browser, phone, keyId, recoveryCodes: recoveryCodes!, thief, save };
}
type Stolen = Awaited<ReturnType<typeof stolenPhone>>;

/** What an owner does about it, and the password that holds then. */
const remedies: [string, (house: TestHouse, stolen: Stolen) => Promise<string>][] = [
  [
    'removes its key',
    async (_, { browser, keyId, recoveryCodes }) => {
      await browser.must('removeKey', { params: { id: keyId }, body: { code: recoveryCodes[0]! } });
      return PASSWORD;
    },
  ],
  [
    'changes her password',
    async (_, { browser }) => {
      await browser.must('changePassword', { body: { current: PASSWORD, password: NEW } });
      return NEW;
    },
  ],
  [
    'resets her password',
    async (house, { email }) => {
      await house.visitor().must('askForLink', { body: { email } });
      await house.house.afterwards.settled();
      await house.settled();
      const token = /\/welcome#([\w-]{43})/.exec(house.mailTo(email).text)![1]!;
      await house.visitor().must('choosePassword', { body: { token, password: NEW } });
      return NEW;
    },
  ],
  [
    'ends the session that she does not know',
    async (_, { browser }) => {
      const { sessions } = await browser.must('listSessions');
      await browser.must('endSession', { params: { id: sessions.find(({ here }) => !here)!.id } });
      return PASSWORD;
    },
  ],
  [
    'logs out everywhere',
    async (_, { browser }) => {
      await browser.must('logOutEverywhere');
      return PASSWORD;
    },
  ],
];

test.each(remedies)('what was begun with a stolen phone is over when she %s', async (_, remedy) => {
  const house = await openHouse();
  const stolen = await stolenPhone(house, NADIA);
  const password = await remedy(house, stolen);
  // Whatever the thief still has, the session or the password: neither goes on with what was begun before.
  const again = namedVisitor(house);
  await again.must('logIn', { body: { email: NADIA, password } });
  for (const answer of await stolen.save(again)) expect(answer.problem.code).toBe('not-found');
  if ((await stolen.thief.must('readSession')).session)
    for (const answer of await stolen.save(stolen.thief)) {
      expect(answer.problem.code).toBe('not-found');
      expect(answer.problem.title).toContain('begin again');
    }
  const names = (await again.must('listKeys')).keys.map(({ name }) => name);
  expect(names).not.toContain('Mine');
  expect(await house.ground.database.read('security_keys').where({ state: 'pending' })).toEqual([]);
});

test('the office removes a lost phone’s key: whoever found it cannot finish the key that they began with it', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const tom = await stolenPhone(house, TOM);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  await office.make({ kind: 'staff.remove-key', staffId: id.staff('Tom Lowe'), keyId: tom.keyId });
  const [pending] = (await sue.must('listPendingChanges')).pending;
  await confirm(nadia, pending?.id ?? '');
  for (const answer of await tom.save(tom.thief)) expect(answer.problem.code).toBe('not-found');
  expect((await tom.thief.must('listKeys')).keys).toEqual([]);
});
