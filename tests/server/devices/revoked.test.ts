import { expect, test } from 'vitest';
import { toBase64url } from '../../../protocol/bytes';
import { openHouse, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

const JO = 'jo.price@oakfield.example';

/** A tablet of Jo's that the school removes. */
async function aRemovedTablet(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  expect(await tablet.isRevoked()).toBe(false);
  expect(await tablet.refresh()).toBe(200);
  const revoked_at = new Date(house.clock.now()).toISOString();
  await house.ground.database.write((trx) =>
    trx('devices').where({ id: tablet.deviceId }).update({ revoked_at }),
  );
  return { house, tablet };
}

test('a removed tablet delivers what it has, is told that it was removed, and is given no pupil', async () => {
  const { tablet } = await aRemovedTablet();
  const { reply } = await tablet.deliver((await tablet.seal(aConcern())).bytes);
  expect(reply?.receipts).toHaveLength(1);
  expect(await tablet.isRevoked()).toBe(true);
  expect(await tablet.refresh()).toBe(403);
});

test('nobody can be added to a removed tablet, and whoever tries reads why', async () => {
  const { house, tablet } = await aRemovedTablet();
  const colleague = await house.loggedIn('nadia.shah@oakfield.example');
  const answered = await colleague.call('joinDevice', {
    params: { id: tablet.deviceId },
    body: {
      authorKey: tablet.bundle.publicKey,
      sealedUnlockKey: toBase64url(new Uint8Array(113)),
      kid: tablet.bundle.kid,
    },
  });
  expect(answered.problem).toMatchObject({ status: 403, code: 'device-revoked' });
  expect(answered.problem.title).toContain('Ask a safeguarding lead');
});

test('a forgotten PIN on a removed tablet still opens its author’s own drafts, and is audited', async () => {
  const { house, tablet } = await aRemovedTablet();
  const given = { deviceId: tablet.deviceId, authorKeyId: tablet.authorKeyId };
  const { unlockKey } = await tablet.visitor.must('openUnlockKey', { body: given });
  expect(unlockKey).toBe(toBase64url(tablet.unlockKey));
  const audited = await house.ground.database.read('audit').where({ what: 'device.unlock-key-opened' });
  expect(audited).toHaveLength(1);
});
