import { expect, test } from 'vitest';
import { importSchool } from '../../../server/set-up/import/import-school';
import { PASSWORD, type TestHouse } from '../house';
import { addKey, elevatedLead } from '../security-keys/phone';
import { aTeacher } from '../school-builder';
import { askedBy, hazel, HAZEL, JO, NADIA, OMAR, openTrust, RUTH, type Trust } from './trust';

const SAM = 'sam.lee@hazel.example';

/** Omar of Hazel at his desk. */
async function omarAtHazel({ house }: Trust) {
  const omar = await house.loggedIn(OMAR, HAZEL);
  const { phone } = await addKey(house, omar);
  await omar.must('elevate', { body: { code: phone.nextCode() } });
  return omar;
}

/** As servers before this one left it: somebody of Oakfield has no address any more, their account still has it. */
async function leftByOakfield({ house, oakfieldId }: Trust, email: string): Promise<string> {
  const email_index = house.ground.keys.blindIndex('accounts', 'email', email);
  const account = await house.ground.database.read('accounts').where({ email_index }).first('id');
  await house.ground.database.write((trx) =>
    trx('staff').where({ school_id: oakfieldId, account_id: account!.id }).update({ account_id: null }),
  );
  return account!.id;
}

/** The office corrects something just after the server has counted the next try of a password. */
function meanwhile({ ground }: TestHouse, correct: () => Promise<unknown>): void {
  const { database } = ground;
  const write = database.write.bind(database);
  let done = false;
  database.write = async (command) => {
    const answer = await write(command);
    if (done) return answer;
    done = true;
    database.write = write;
    await correct();
    return answer;
  };
}

test('an account that nobody has any more is not taken over by whoever is given its address, by sheet or by hand', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  await elevatedLead(house, RUTH);
  await house.loggedIn(JO);
  const [ruths, jos] = [await leftByOakfield(trust, RUTH), await leftByOakfield(trust, JO)];
  const omar = await omarAtHazel(trust);
  const again = hazel();
  const zoe = aTeacher({ firstName: 'Zoe', lastName: 'Hart', email: RUTH });
  await importSchool(house.ground, { ...again, staff: [...again.staff, zoe] }, { actor: 'shell' });
  const sam = await trust.staffId(SAM);
  await omar.must('makeChanges', { body: { changes: [{ kind: 'staff.email', staffId: sam, email: JO }] } });

  const { read } = house.ground.database;
  const rows = await read('staff').where({ school_id: hazelId }).whereNotNull('account_id');
  expect(rows.filter(({ account_id: account }) => account === ruths || account === jos)).toEqual([]);
  for (const email of [RUTH, JO]) {
    const old = await house.visitor(HAZEL).call('logIn', { body: { email, password: PASSWORD } });
    expect(old.status).toBe(401);
  }
  const hers = await house.loggedIn(RUTH, HAZEL);
  expect((await hers.must('listKeys')).keys).toEqual([]);
  expect((await addKey(house, hers)).counts).toBe(true);
  expect((await trust.audit(hazelId)).filter((what) => what === 'account.closed')).toHaveLength(2);
  // Sam keeps his own account, under the new address.
  expect(await read('staff').where({ school_id: hazelId, id: sam }).first('offer')).toEqual({ offer: null });

  // Nor does such an account accept what it was offered while somebody had it.
  await omar.must('sendFirstLogIn', { params: { id: await trust.staffId(NADIA) } });
  const token = await askedBy(house, NADIA);
  await house.loggedIn(NADIA);
  await leftByOakfield(trust, NADIA);
  const late = await house.visitor(HAZEL).call('acceptOffer', { body: { token, password: PASSWORD } });
  expect(late.problem).toMatchObject({ code: 'link-used' });
});

test('a mistyped address that is corrected while its owner accepts makes nobody a member', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  await house.loggedIn(JO);
  const ruth = await house.loggedIn(RUTH);
  const omar = await omarAtHazel(trust);
  const sam = await trust.staffId(SAM);
  const readdress = (email: string) =>
    omar.must('makeChanges', { body: { changes: [{ kind: 'staff.email', staffId: sam, email }] } });
  await readdress(JO);
  await omar.must('sendFirstLogIn', { params: { id: sam } });
  const token = await askedBy(house, JO);

  meanwhile(house, () => readdress(RUTH));
  const accepted = await house.visitor(HAZEL).call('acceptOffer', { body: { token, password: PASSWORD } });
  expect(accepted.problem).toMatchObject({ code: 'link-used' });
  const row = await house.ground.database.read('staff').where({ school_id: hazelId, id: sam }).first();
  expect(row).toMatchObject({ account_id: null, offer: 'open' });
  expect(await trust.audit(hazelId)).not.toContain('membership.accepted');

  // A mail that a newer one has followed meanwhile settles nothing either; whom the school means still can.
  await omar.must('sendFirstLogIn', { params: { id: sam } });
  const second = await askedBy(house, RUTH);
  meanwhile(house, () => omar.must('sendFirstLogIn', { params: { id: sam } }));
  const early = await house
    .visitor(HAZEL)
    .call('acceptOffer', { body: { token: second, password: PASSWORD } });
  expect(early.problem).toMatchObject({ code: 'link-used' });
  await ruth.must('decideOffer', { params: { id: hazelId }, body: { decision: 'accept' } });
  expect(await trust.audit(hazelId)).toContain('membership.accepted');
});
