import { expect, onTestFinished, test } from 'vitest';
import { fromBase64url } from '../../../protocol/bytes';
import { acceptBundle, verifyBundle } from '../../../protocol/bundle';
import { verifyAudit } from '../../../server/audit/verify';
import { openGround, type OpenGround } from '../../../server/open-ground';
import { rotateKey } from '../../../server/school/rotate-key';
import { publicHalf } from '../../../server/storage/key-ring';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

/** A second process on the same data, as the shell is beside a running server. */
async function aShellBeside(house: TestHouse): Promise<OpenGround> {
  const shell = await openGround(house.settings, { log: house.ground.log });
  onTestFinished(() => shell.close());
  return shell;
}

const quarantines = (house: TestHouse) =>
  house.ground.database.read('concerns').orderBy('received_at').pluck<(string | null)[]>('quarantine');

test('S11: rotated twice from the shell while an envelope waits, the running server opens it and every later one', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn('jo.price@oakfield.example');
  const tablet = await Tablet.enrol(jo);
  const waiting = await tablet.seal(aConcern());
  const shell = await aShellBeside(house);

  await rotateKey(shell, house.schoolId, 'shell');
  await rotateKey(shell, house.schoolId, 'shell');

  const { bytes } = await house.visitor().call('readBundle');
  const identity = publicHalf(house.ground.keys.newest(house.schoolId, 'identity'));
  const next = await verifyBundle(fromBase64url(identity), bytes);
  expect(next).toMatchObject({ epoch: tablet.bundle.epoch + 2 });
  expect(acceptBundle(tablet.bundle, next!).accepted).toBe(true);
  const office = await Tablet.enrol(await house.loggedIn('ruth.grey@oakfield.example'), 'Office');
  expect(office.bundle.kid).toBe(next!.kid);
  const later = await office.seal(aConcern());
  expect((await tablet.deliver(waiting.bytes)).reply!.receipts).toHaveLength(1);
  expect((await office.deliver(later.bytes)).reply!.receipts).toHaveLength(1);
  await house.settled();
  expect(await quarantines(house)).toEqual([null, null]);
});

test('a person on a tablet gets their unlock key back, though it was sealed to the school before the rotation', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn('jo.price@oakfield.example');
  const tablet = await Tablet.enrol(jo);
  await rotateKey(await aShellBeside(house), house.schoolId, 'shell');
  await jo.must('proveAgain', { body: { password: PASSWORD } });
  const { deviceId, authorKeyId } = tablet;
  const { unlockKey } = await jo.must('openUnlockKey', { body: { deviceId, authorKeyId } });
  expect(fromBase64url(unlockKey)).toEqual(tablet.unlockKey);
});

test('each rotation stands in the audit chain, and names no key but by its id', async () => {
  const house = await openHouse();
  const before = house.ground.keys.newest(house.schoolId, 'envelope');
  const made = await rotateKey(house.ground, house.schoolId, 'shell');
  const rows = await house.ground.database
    .read('audit')
    .orderBy('seq')
    .where({ what: 'envelope-key.rotated' })
    .select<{ actor: string; object: string; facts: string }[]>('actor', 'object', 'facts');
  expect(rows).toEqual([
    { actor: 'shell', object: `key:${made.id}`, facts: JSON.stringify({ before: before.id, epoch: 2 }) },
  ]);
  expect((await verifyAudit(house.ground.database.read, house.schoolId)).whole).toBe(true);
});

test('two people who rotate at once make two epochs, not one twice', async () => {
  const house = await openHouse();
  const shells = [await aShellBeside(house), await aShellBeside(house)];
  const made = await Promise.all(shells.map((shell) => rotateKey(shell, house.schoolId, 'shell')));
  expect(made.map((key) => key.epoch).sort()).toEqual([2, 3]);
});
