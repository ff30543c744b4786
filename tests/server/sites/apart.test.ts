import { expect, test } from 'vitest';
import { fromBase64url } from '../../../protocol/bytes';
import { verifyReceipts } from '../../../protocol/receipts';
import { addKey } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { Visitor } from '../visitor';
import { aSubscription, HAZEL, NADIA, OMAR, openTrust, TESS, RUTH } from './trust';

/** A browser at the other school's address that brings the cookies of this one. */
function carriedTo(host: string | null, from: Visitor): Visitor {
  const there = new Visitor(from.origin, host);
  for (const [name, value] of from.cookies) there.cookies.set(name, value);
  return there;
}

test('nothing of one school opens at the address of the other', async () => {
  const trust = await openTrust();
  const { house, hazelId, oakfieldId } = trust;
  const home = house.settings.publicUrl.host;

  // A session of Oakfield is none at Hazel, elevated or not, whoever it belongs to.
  const ruth = await house.loggedIn(RUTH);
  const { phone } = await addKey(house, ruth);
  await ruth.must('elevate', { body: { code: phone.nextCode() } });
  const nadia = await house.loggedIn(NADIA);
  for (const cookies of [ruth, nadia]) {
    const crossed = carriedTo(HAZEL, cookies);
    expect((await crossed.must('readSession')).session).toBeNull();
    expect((await crossed.call('listInbox')).status).toBe(401);
    expect((await crossed.call('exportAudit', { query: {} })).status).toBe(401);
  }

  // Ids of Hazel are as absent at Oakfield as ids that never were, also for a lead with full access.
  const omar = await house.loggedIn(OMAR, HAZEL);
  const tablet = await Tablet.enrol(omar);
  const tess = await house.loggedIn(TESS, HAZEL);
  const writing = await Tablet.enrol(tess, 'Playground tablet 7');
  await writing.deliver((await writing.seal(aConcern())).bytes);
  await house.settled();
  const reader = house.ground.database.read;
  const concern = (await reader('concerns').where({ school_id: hazelId }).first('id'))!.id;
  const alert = (await reader('alerts').where({ school_id: hazelId }).first('id'))!.id;
  const absent = '01a20000-0000-7000-8000-000000000000';
  const same = async (name: 'readConcern' | 'markRead' | 'readBoard' | 'listStaffKeys', id: string) => {
    const [one, never] = await Promise.all([
      ruth.call(name, { params: { id } }),
      ruth.call(name, { params: { id: absent } }),
    ]);
    expect(one.status, name).toBe(404);
    expect(Buffer.from(one.bytes).toString()).toBe(Buffer.from(never.bytes).toString());
  };
  await same('readConcern', concern);
  await same('markRead', alert);
  await same('readBoard', tablet.deviceId);
  await same('listStaffKeys', await trust.staffId(OMAR));
  const changed = await ruth.call('makeChanges', {
    body: { changes: [{ kind: 'staff.disable', staffId: await trust.staffId(OMAR) }] },
  });
  expect(changed.status).toBe(404);
  expect((await ruth.must('listInbox', { query: { view: 'all' } })).rows).toEqual([]);

  // A delivery that goes to the other school's address is refused in that school's own signed words.
  const { bytes, id } = await writing.seal(aConcern());
  const { receiptPublicKey } = await Tablet.enrol(nadia).then(({ bundle }) => bundle);
  const reply = await verifyReceipts(fromBase64url(receiptPublicKey), await writing.deliverTo(home, bytes));
  expect(reply).toMatchObject({ receipts: [], refused: [{ envelopeId: id, code: 'wrong-school' }] });
  expect(await reader('concerns').where({ school_id: oakfieldId })).toEqual([]);

  // Push: the subscription of one browser at one school is nobody's at the other.
  const key = (await ruth.must('readNotifications')).vapidKey;
  expect((await omar.must('readNotifications')).vapidKey).toBe(key);
  await omar.must('keepSubscription', { body: aSubscription('omar') });
  const device = (await omar.must('readNotifications')).devices[0]!;
  expect((await ruth.call('dropSubscription', { params: { id: device.id } })).status).toBe(404);
  expect((await ruth.must('readNotifications')).devices).toEqual([]);

  // The exported audit of one school holds no row of the other.
  const exported = await ruth.call('exportAudit', { query: {} });
  expect(exported.status).toBe(200);
  expect(Buffer.from(exported.bytes).toString()).not.toContain('Omar');
});
