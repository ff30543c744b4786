import { expect, test } from 'vitest';
import { aTeacher } from '../school-builder';
import { JO, oakfield, openOffice, TOM } from '../oversight/office';

const EVA = 'eva.tran@oakfield.example';
const NICO = 'Nico Costa';

/** Oakfield with Eva, who has logged in nowhere yet, and Nico, a coach without an e-mail address. */
function withNewPeople() {
  const { staff } = oakfield();
  const nico = aTeacher({ firstName: 'Nico', lastName: 'Costa', userGroup: 'All staff' });
  const { email, ...coach } = nico;
  expect(email).toBeDefined();
  return oakfield({
    staff: [...staff, aTeacher({ firstName: 'Eva', lastName: 'Tran', email: EVA }), coach],
  });
}

test('those who were sent a first-login mail and have not logged in are reminded, and nobody else', async () => {
  const { house, sue, id } = await openOffice(withNewPeople());
  await house.loggedIn(JO);
  const eva = id.staff('Eva Tran');
  const nobody = await sue.must('mailFirstLogIns', { body: { to: 'waiting' } });
  expect(nobody.mailed).toEqual([]);

  const chosen = { to: [eva, id.staff('Jo Price'), id.staff(NICO)] };
  const rehearsed = await sue.must('mailFirstLogIns', { body: { ...chosen, rehearse: true } });
  expect(rehearsed.mailed.map(({ name }) => name).sort()).toEqual(['Eva Tran', 'Jo Price']);
  await house.settled();
  expect(house.mails.some(({ to }) => to === EVA)).toBe(false);

  await sue.must('mailFirstLogIns', { body: { to: [eva] } });
  await house.settled();
  expect(house.mailTo(EVA).text).toContain('/welcome#');
  const known = house.mails.length;
  const reminded = await sue.must('mailFirstLogIns', { body: { to: 'waiting' } });
  await house.settled();
  expect(reminded.mailed).toEqual([{ id: eva, name: 'Eva Tran' }]);
  expect(house.mails.slice(known).map(({ to }) => to)).toEqual([EVA]);

  await house.loggedIn(EVA);
  expect((await sue.must('mailFirstLogIns', { body: { to: 'waiting' } })).mailed).toEqual([]);
});

test('a leaver is not reminded, and who keeps no staff finds no such page', async () => {
  const office = await openOffice(withNewPeople());
  const { house, sue, id } = office;
  const eva = id.staff('Eva Tran');
  await sue.must('mailFirstLogIns', { body: { to: [eva] } });
  expect(await office.outcomeOf({ kind: 'staff.disable', staffId: eva })).toBe('made');
  expect((await sue.must('mailFirstLogIns', { body: { to: [eva], rehearse: true } })).mailed).toEqual([]);
  expect((await sue.must('mailFirstLogIns', { body: { to: 'waiting' } })).mailed).toEqual([]);
  const jo = await house.loggedIn(JO);
  expect((await jo.call('mailFirstLogIns', { body: { to: 'waiting' } })).status).toBe(403);
});

test('the list says whom the rules alert, what came back undelivered, and who stands in for whom', async () => {
  const { house, sue, id } = await openOffice(withNewPeople());
  await (await house.loggedIn(TOM)).must('sendTestAlert');
  await sue.must('sendFirstLogIn', { params: { id: id.staff('Eva Tran') } });
  await house.settled();
  await house.ground.database.write((trx) =>
    trx('messages')
      .where({ staff_id: id.staff('Eva Tran'), template: 'link' })
      .update({ state: 'failed', fault: 'address-refused' }),
  );
  const { staff, deputies } = await sue.must('listStaff');
  const named = (name: string) => staff.find((one) => one.name === name);
  expect(named('Tom Lowe')).toMatchObject({ alerted: true, testFailed: false, keys: 0 });
  expect(named('Tom Lowe')?.testedAt).not.toBeNull();
  expect(named('Eva Tran')).toMatchObject({ alerted: false, inviteFailed: true });
  expect(named(NICO)).toMatchObject({ alerted: false, inviteFailed: false, invitedAt: null, email: null });
  expect(deputies).toEqual([id.staff('Tom Lowe')]);
});
