import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '../../../server/backup/make-backup';
import { restoreBackup } from '../../../server/backup/restore-backup';
import { openGround } from '../../../server/open-ground';
import { rotateKey } from '../../../server/school/rotate-key';
import { openRootKey } from '../../../server/storage/root-key';
import { openHouse, waitFor } from '../house';
import { aFolder, aNewMachine } from './machines';

const linesOf = (folder: string) => readFileSync(join(folder, 'journal'), 'utf8').trim().split('\n');

test('a folder that keeps the keys of another school’s server is not written over', async () => {
  const [one, other] = [await openHouse(), await openHouse()];
  const keysTo = aFolder();
  await makeBackup(one.ground, { to: aFolder(), keysTo });
  const kept = readFileSync(join(keysTo, 'root.key'));
  const to = aFolder();
  await expect(makeBackup(other.ground, { to, keysTo })).rejects.toThrow(/keys of another store/);
  expect(readFileSync(join(keysTo, 'root.key'))).toEqual(kept);
  expect(readdirSync(to)).toEqual([]);
});

test('root.key is lost and its older copy brought back: the journal keeps the keys that were made since', async () => {
  const house = await openHouse();
  const [to, keysTo] = [aFolder(), aFolder()];
  const { folder } = await makeBackup(house.ground, { to, keysTo });
  await rotateKey(house.ground, house.schoolId, 'shell');
  const settings = await aNewMachine();
  mkdirSync(settings.keyDir, { recursive: true });
  const since = readFileSync(join(house.settings.keyDir, 'journal'));
  writeFileSync(join(settings.keyDir, 'journal'), since);
  await restoreBackup(settings, house.clock, { from: folder, keys: keysTo, replace: false });
  expect(linesOf(settings.keyDir).sort()).toEqual(since.toString().trim().split('\n').sort());
  expect(linesOf(keysTo).length).toBeLessThan(linesOf(settings.keyDir).length);
});

test('the wrong keys are refused before they stand in KEY_DIR, and the right ones are taken afterwards', async () => {
  const [house, other] = [await openHouse(), await openHouse()];
  const [keysTo, wrong] = [aFolder(), aFolder()];
  const { folder } = await makeBackup(house.ground, { to: aFolder(), keysTo });
  await makeBackup(other.ground, { to: aFolder(), keysTo: wrong });
  const settings = await aNewMachine();
  const restore = (keys: string) =>
    restoreBackup(settings, house.clock, { from: folder, keys, replace: false });
  await expect(restore(wrong)).rejects.toThrow(/not those of this backup/);
  expect(existsSync(join(settings.keyDir, 'root.key'))).toBe(false);
  await restore(keysTo);
  expect(statSync(join(settings.keyDir, 'root.key')).mode & 0o777).toBe(0o400);
});

test('a line that a crash left half-written in the journal does not swallow the next key', () => {
  const folder = aFolder();
  const root = openRootKey(join(folder, 'keys'), true);
  root.note({ id: 'first' });
  appendFileSync(join(folder, 'keys', 'journal'), '{"id":"ha');
  root.note({ id: 'next' });
  expect(root.journal()).toEqual([{ id: 'first' }, { id: 'next' }]);
});

test('links in old mails and slips on paper open nothing any more in a restored store', async () => {
  const house = await openHouse();
  await house.visitor().must('askForLink', { body: { email: 'jo.price@oakfield.example' } });
  await waitFor(async () => (await house.ground.database.read('links')).length > 0);
  const keysTo = aFolder();
  const { folder } = await makeBackup(house.ground, { to: aFolder(), keysTo });
  const settings = await aNewMachine();
  await restoreBackup(settings, house.clock, { from: folder, keys: keysTo, replace: false });
  const ground = await openGround(settings, { clock: house.clock, log: pino({ level: 'silent' }) });
  onTestFinished(() => ground.close());
  expect(await ground.database.read('links').whereNull('used_at')).toEqual([]);
  expect(await ground.database.read('links')).not.toEqual([]);
});

test('what a killed backup left a day ago goes with the next one, and what another is writing stays', async () => {
  const { ground } = await openHouse();
  const to = aFolder();
  const halves = ['heed-backup-2026-01-01T00-00-00-000Z.half', 'heed-backup-2026-11-23T00-00-00-000Z.half'];
  for (const name of halves) mkdirSync(join(to, name));
  const yesterday = Date.now() / 1000 - 25 * 3600;
  utimesSync(join(to, halves[0]!), yesterday, yesterday);
  await makeBackup(ground, { to, keysTo: null });
  expect(readdirSync(to).filter((name) => name.endsWith('.half'))).toEqual([halves[1]]);
});

test('a way round by a link is a folder inside the data all the same', async () => {
  const { ground } = await openHouse();
  const outside = aFolder();
  mkdirSync(ground.settings.dataDir, { recursive: true });
  symlinkSync(ground.settings.dataDir, join(outside, 'backups'));
  await expect(makeBackup(ground, { to: join(outside, 'backups'), keysTo: null })).rejects.toThrow(
    /inside DATA_DIR/,
  );
});
