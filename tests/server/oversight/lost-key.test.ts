import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { importSchool } from '../../../server/set-up/import/import-school';
import { aSafeguardingLead, aSchool } from '../school-builder';
import { addPasskey, elevateBy, loggedInByName, logInBy, namedVisitor } from '../security-keys/passkey';
import { addKey, elevatedLead } from '../security-keys/phone';
import { confirm } from './confirm';
import { NADIA, openOffice, TOM } from './office';

const keptKeys = async (office: Awaited<ReturnType<typeof openOffice>>, name: string) =>
  (await office.sue.must('listStaffKeys', { params: { id: office.id.staff(name) } })).keys;

test('a lost key goes when a second person confirms; its owner and the leads are told, full access ends', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const tom = await elevatedLead(house, TOM);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  expect(await keptKeys(office, 'Tom Lowe')).toMatchObject([
    { id: tom.keyId, name: 'My phone', counts: true },
  ]);
  const change = { kind: 'staff.remove-key', staffId: id.staff('Tom Lowe'), keyId: tom.keyId } as const;
  expect(await office.outcomeOf(change)).toEqual(['Tom Lowe: lost-key']);
  expect(await keptKeys(office, 'Tom Lowe')).toHaveLength(1);
  const [pending] = (await sue.must('listPendingChanges')).pending;
  const alone = await sue.call('confirmChange', {
    params: { id: pending?.id ?? '' },
    body: { shown: pending?.shown },
  });
  expect(alone.status).toBe(404);

  const known = house.mails.length;
  await confirm(nadia, pending?.id ?? '');
  await house.settled();
  expect(await keptKeys(office, 'Tom Lowe')).toEqual([]);
  const told = house.mails.slice(known);
  expect(told.filter(({ text }) => text.includes('removed a lost security key')).map(({ to }) => to)).toEqual(
    [TOM],
  );
  const leads = told.filter(({ text }) => text.includes('A lost security key of a member of staff'));
  expect(leads.map(({ to }) => to).sort()).toEqual([NADIA, TOM]);
  expect((await tom.browser.must('readSession')).session).toMatchObject({ elevatedUntil: null });
  expect((await tom.browser.call('elevate', { body: { code: tom.phone.nextCode() } })).status).not.toBe(200);
  const audit = await house.ground.database.read('audit').orderBy('seq').where({ what: 'staff.remove-key' });
  expect(audit).toMatchObject([{ actor: id.staff('Sue Coyle'), object: `security-key:${tom.keyId}` }]);
});

test('whose only key was removed adds another, which waits for a lead: a password alone still elevates nobody', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const tom = await elevatedLead(house, TOM);
  const [code = ''] = tom.recoveryCodes;
  await sue.must('removeLostKey', {
    params: { id: id.staff('Tom Lowe'), keyId: tom.keyId },
    body: { recoveryCode: code },
  });
  const next = await addKey(house, tom.browser, { name: 'New phone' });
  expect(next.counts).toBe(false);
  const early = await tom.browser.call('elevate', { body: { code: next.phone.nextCode() } });
  expect(early.problem.code).toBe('key-not-confirmed');
});

test('a lost passkey that was the only key: it opens nothing more, and the next one counts once a lead has confirmed it', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const tom = await loggedInByName(house, TOM);
  const lost = await addPasskey(house, tom, { name: 'Lost USB key' });
  await elevateBy(tom, lost.authenticator);
  expect(await keptKeys(office, 'Tom Lowe')).toMatchObject([{ kind: 'passkey', name: 'Lost USB key' }]);
  const change = { kind: 'staff.remove-key', staffId: id.staff('Tom Lowe'), keyId: lost.keyId } as const;
  await office.outcomeOf(change);
  const [pending] = (await sue.must('listPendingChanges')).pending;
  await confirm(nadia, pending?.id ?? '');
  expect((await tom.must('readSession')).session).toMatchObject({ elevatedUntil: null, keyKinds: [] });
  expect((await logInBy(namedVisitor(house), lost.authenticator)).status).toBe(401);

  const next = await addPasskey(house, tom, { name: 'New USB key' });
  expect(next.counts).toBe(false);
  expect((await elevateBy(tom, next.authenticator)).problem.code).toBe('key-not-confirmed');
  expect((await logInBy(namedVisitor(house), next.authenticator)).status).toBe(401);
  await nadia.must('confirmKey', { params: { id: next.keyId } });
  await house.settled();
  expect(house.mailTo(TOM).text).toContain('A security key of your account was confirmed');
  expect((await elevateBy(tom, next.authenticator)).status).toBe(200);
  expect((await logInBy(namedVisitor(house), next.authenticator)).status).toBe(200);
});

test('with a recovery code of its owner a key goes at once; the code never works again, nor does another’s', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const tom = await elevatedLead(house, TOM);
  const second = await addKey(house, tom.browser, { name: 'Old phone', proof: tom.phone.nextCode() });
  const nadia = await elevatedLead(house, NADIA);
  const params = { id: id.staff('Tom Lowe'), keyId: second.keyId };
  const remove = (recoveryCode = '', keyId = second.keyId) =>
    sue.call('removeLostKey', { params: { ...params, keyId }, body: { recoveryCode } });
  expect((await remove(nadia.recoveryCodes[0])).problem.code).toBe('code-wrong');
  expect((await remove(tom.recoveryCodes[0])).status).toBe(204);
  expect((await keptKeys(office, 'Tom Lowe')).map(({ name }) => name)).toEqual(['My phone']);
  expect((await remove(tom.recoveryCodes[0], tom.keyId)).problem.code).toBe('code-used');
  expect(await keptKeys(office, 'Tom Lowe')).toHaveLength(1);
});

test('nobody removes a key of their own this way, nor one of another school, nor one that two schools share', async () => {
  const office = await openOffice();
  const { house, sue, id } = office;
  const [own] = await keptKeys(office, 'Sue Coyle');
  expect(
    await office.refusalOf({
      kind: 'staff.remove-key',
      staffId: id.staff('Sue Coyle'),
      keyId: own?.id ?? '',
    }),
  ).toContain('Account Settings');
  const tom = await elevatedLead(house, TOM);
  const shared = aSchool({
    site: 'hillside',
    name: 'Hillside Primary',
    staff: [
      aSafeguardingLead({ email: 'ann.reid@hillside.example', lastName: 'Reid' }),
      aSafeguardingLead({ email: TOM, firstName: 'Tom', lastName: 'Lowe' }),
    ],
  });
  const { schoolId } = await importSchool(house.ground, shared, { actor: 'shell' });
  await tom.browser.must('decideOffer', { params: { id: schoolId }, body: { decision: 'accept' } });
  const change = { kind: 'staff.remove-key', staffId: id.staff('Tom Lowe'), keyId: tom.keyId } as const;
  expect(await office.refusalOf(change)).toContain('recovery codes');
  const [theirs = ''] = await house.ground.database.read('staff').where({ school_id: schoolId }).pluck('id');
  const absent = uuidv7(house.clock.now());
  for (const staffId of [theirs, absent]) {
    const body = { recoveryCode: tom.recoveryCodes[0] };
    const refused = await sue.call('removeLostKey', { params: { id: staffId, keyId: tom.keyId }, body });
    expect(refused.status).toBe(404);
    expect((await sue.call('listStaffKeys', { params: { id: staffId } })).status).toBe(404);
  }
});
