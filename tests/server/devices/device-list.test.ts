import { beforeEach, expect, test } from 'vitest';
import { JO, NADIA, oakfield, openOffice, type Office } from '../oversight/office';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

let office: Office;
beforeEach(async () => {
  const plan = oakfield();
  const userGroups = plan.userGroups.map((group) =>
    group.name === 'Administrators'
      ? { ...group, administration: [...group.administration, 'devices' as const] }
      : group,
  );
  office = await openOffice({ ...plan, userGroups });
});

const listed = async () => (await office.sue.must('listDevices')).devices;

test('the office sees when each tablet was last heard of, who is on it and what waits on it', async () => {
  const tablet = await Tablet.enrol(await office.house.loggedIn(JO), 'Hall tablet');
  office.house.clock.skip(60_000);
  await tablet.report({ waiting: 2, shared: true });
  const [device] = await listed();
  expect(device).toMatchObject({
    name: 'Hall tablet',
    waiting: 2,
    shared: true,
    enrolledBy: 'Jo Price',
    revokedAt: null,
  });
  expect(device?.people.map(({ name }) => name)).toEqual(['Jo Price']);
  expect(Date.parse(device!.seenAt!)).toBeGreaterThan(Date.parse(device!.enrolledAt));
});

test('a renamed tablet says its new name on its own screen; a revoked one is told, and delivers what it has', async () => {
  const tablet = await Tablet.enrol(await office.house.loggedIn(JO));
  const { deviceId } = tablet;
  expect(await office.outcomeOf({ kind: 'device.rename', deviceId, name: 'Gate tablet' })).toBe('made');
  const board = await tablet.visitor.must('readBoard', { params: { id: deviceId } });
  expect(board.deviceName).toBe('Gate tablet');

  expect(await office.outcomeOf({ kind: 'device.revoke', deviceId })).toBe('made');
  expect(await tablet.isRevoked()).toBe(true);
  expect(await tablet.refresh()).toBe(403);
  const { reply } = await tablet.deliver((await tablet.seal(aConcern())).bytes);
  expect(reply?.receipts).toHaveLength(1);
  expect((await listed())[0]).toMatchObject({ name: 'Gate tablet', revokedAt: expect.any(String) as string });
  const audited = await office.house.ground.database
    .read('audit')
    .orderBy('seq')
    .whereIn('what', ['device.rename', 'device.revoke'])
    .pluck('object');
  expect(audited).toEqual([`device:${deviceId}`, `device:${deviceId}`]);
});

test('a tablet is revoked once, and a device that is none is not found', async () => {
  const { deviceId } = await Tablet.enrol(await office.house.loggedIn(JO));
  await office.make({ kind: 'device.revoke', deviceId });
  for (const id of [deviceId, crypto.randomUUID()]) {
    const changes = [{ kind: 'device.revoke', deviceId: id }];
    expect((await office.sue.call('makeChanges', { body: { changes } })).status).toBe(404);
  }
});

test('who does not hold the right Devices finds no list, and revokes nothing', async () => {
  const { deviceId } = await Tablet.enrol(await office.house.loggedIn(JO));
  const nadia = (await elevatedLead(office.house, NADIA)).browser;
  expect((await nadia.call('listDevices')).status).toBe(404);
  const changes = [{ kind: 'device.revoke', deviceId }];
  expect((await nadia.call('makeChanges', { body: { changes } })).status).toBe(404);
  expect((await listed())[0]?.revokedAt).toBeNull();
});
