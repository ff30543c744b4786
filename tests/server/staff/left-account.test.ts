import { expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { appointFromShell } from '../../../server/trust/appoint';
import { PASSWORD, type TestHouse } from '../house';
import { confirm } from '../oversight/confirm';
import { JO, NADIA, openOffice, TOM, type Office } from '../oversight/office';
import {
  addPasskey,
  byName,
  elevateBy,
  loggedInByName,
  logInBy,
  namedVisitor,
} from '../security-keys/passkey';
import { addKey, elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';

/** Sue makes one change after the other, and a lead confirms each that waits. */
async function carryOut(office: Office, lead: Visitor, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const [outcome] = await office.make(change);
    if (outcome?.outcome === 'waits' && outcome.pendingId) await confirm(lead, outcome.pendingId);
  }
}

/** Codes, objects and facts of a school's audit, oldest first. */
const auditOf = (house: TestHouse) =>
  house.ground.database
    .read('audit')
    .where({ school_id: house.schoolId })
    .orderBy('seq')
    .select('what', 'object', 'facts');

test('whoever gets the address of a lead who has gone gets nothing else that was theirs', async () => {
  const office = await openOffice();
  const { house, id } = office;
  const tom = await loggedInByName(house, TOM);
  const { authenticator, recoveryCodes } = await addPasskey(house, tom);
  await appointFromShell(house.ground, ['add', TOM]);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const staffId = id.staff('Tom Lowe');
  await carryOut(office, nadia, [
    { kind: 'staff.move-group', staffId, groupId: id.group('All staff') },
    { kind: 'staff.email', staffId, email: null },
    { kind: 'staff.disable', staffId },
    {
      kind: 'staff.add',
      firstName: 'Mia',
      lastName: 'Reed',
      title: 'Ms',
      knownAs: null,
      phone: null,
      jobTitle: null,
      classes: [],
      email: TOM,
      groupId: id.group('Safeguarding leads'),
    },
  ]);

  // Tom's fingerprint, password and session open nothing, and the audit names what was closed without an address.
  expect((await logInBy(namedVisitor(house), authenticator)).status).toBe(401);
  const stale = await house.visitor().call('logIn', { body: { email: TOM, password: PASSWORD } });
  expect(stale.status).toBe(401);
  expect((await tom.must('readSession')).session).toBeNull();
  const audit = await auditOf(house);
  expect(audit.filter(({ what }) => /^account\.closed|^trust\.ended/.test(what))).toEqual([
    { what: 'account.closed', object: `staff:${staffId}`, facts: '{"keys":1}' },
    { what: 'trust.ended', object: `staff:${staffId}`, facts: '{}' },
  ]);
  expect(JSON.stringify(audit)).not.toContain(TOM);

  // Mia begins as anybody does: her first key counts, no code or right of his is hers, and his passkey stays dead.
  const mia = await house.loggedIn(TOM);
  expect((await mia.must('listKeys')).keys).toEqual([]);
  const { counts, phone, recoveryCodes: hers } = await addKey(house, mia);
  expect([counts, hers?.length]).toEqual([true, 10]);
  const named = byName(house, mia);
  expect((await elevateBy(named, authenticator).catch(() => ({ status: 401 }))).status).not.toBe(200);
  expect((await mia.call('elevate', { body: { code: recoveryCodes![0]! } })).status).not.toBe(200);
  await mia.must('elevate', { body: { code: phone.nextCode() } });
  expect((await mia.must('readSession')).session).toMatchObject({ name: 'Mia Reed' });
  expect(await appointFromShell(house.ground, ['list'])).toMatch(/^Nobody may/);
  expect((await logInBy(namedVisitor(house), authenticator)).status).toBe(401);
});

test('somebody who has left and is brought back has password and key as before', async () => {
  const office = await openOffice();
  const { house, id } = office;
  const { phone } = await addKey(house, await house.loggedIn(JO));
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const staffId = id.staff('Jo Price');
  await carryOut(office, nadia, [
    { kind: 'staff.disable', staffId },
    { kind: 'staff.enable', staffId },
    { kind: 'staff.email', staffId, email: 'jo.reed@oakfield.example' },
  ]);
  const jo = house.visitor();
  await jo.must('logIn', { body: { email: 'jo.reed@oakfield.example', password: PASSWORD } });
  await jo.must('elevate', { body: { code: phone.nextCode() } });
  expect((await auditOf(house)).map(({ what }) => what)).not.toContain('account.closed');
});
