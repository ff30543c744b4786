import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aSchool } from '../server/school-builder';
import { aConcern, Tablet } from '../server/tablet';
import { whatTheSchoolHolds } from './promises';
import { ServerProcess } from './server-process';
import { waitFor } from '../server/house';

const JO = 'jo.price@oakfield.example';

test('S11, S16, S20: the machine is lost after a backup and a new envelope key; restored elsewhere, everything is there once', async () => {
  const server = await ServerProcess.withSchool(aSchool());
  const outside = mkdtempSync(join(tmpdir(), 'heed-drill-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  const [to, keysTo] = [join(outside, 'backups'), join(outside, 'keys')];
  await server.start();
  const tablet = await Tablet.enrol(await server.loggedIn(JO));
  const before = await tablet.seal(aConcern({ text: 'Before the backup.' }));
  const after = await tablet.seal(aConcern({ text: 'After the backup.' }));
  await tablet.deliver(before.bytes);

  const backup = await server.shell('backup', '--to', to);
  expect(backup).toMatchObject({ status: 0 });
  expect(backup.said).toContain('keep a copy apart');
  // Received by the machine that is lost, so only the tablet still has it; and a key that no backup of the data knows.
  await tablet.deliver(after.bytes);
  expect((await server.shell('school', 'rotate-key')).status).toBe(0);
  const again = await server.shell('backup', '--to', join(outside, 'later'), '--keys-to', keysTo);
  expect(again.status).toBe(0);
  const running = await server.shell('restore', newest(to));
  expect(running).toMatchObject({ status: 1 });
  expect(running.said).toContain('Stop it first');

  await server.kill();
  rmSync(server.settings.dataDir, { recursive: true });
  rmSync(server.settings.keyDir, { recursive: true });
  const restored = await server.shell('restore', newest(to), '--keys', keysTo);
  expect(restored).toMatchObject({ status: 0 });
  await server.start();

  const { bundle } = await Tablet.enrol(await server.loggedIn(JO));
  expect(bundle.storeEpoch).not.toBe(tablet.bundle.storeEpoch);
  // Another store: the tablet offers again what it still holds.
  await tablet.deliver(before.bytes, after.bytes);
  await waitFor(async () => (await whatTheSchoolHolds(server)).unjudged === 0);
  const held = await whatTheSchoolHolds(server);
  expect(held.concerns.map(({ text }) => text)).toEqual(['Before the backup.', 'After the backup.']);
  expect(held).toMatchObject({ envelopes: 2, conflicts: 0, unalerted: 0, auditIsWhole: true });
});

function newest(folder: string): string {
  return join(folder, readdirSync(folder).sort().at(-1)!);
}
