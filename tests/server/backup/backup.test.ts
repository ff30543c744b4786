import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../../server/audit/verify';
import { makeBackup } from '../../../server/backup/make-backup';
import { restoreBackup } from '../../../server/backup/restore-backup';
import { newLineageId } from '../../../protocol/identifiers';
import { openAtRest } from '../../../server/files/at-rest';
import { keptPath } from '../../../server/files/shelf/shelf';
import { cellsOf } from '../../../server/storage/cells';
import { openBody } from '../../../server/concerns/body';
import { openGround } from '../../../server/open-ground';
import { readSchool } from '../../../server/school/school';
import { openHouse, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';
import { aFolder, aNewMachine } from './machines';

const JO = 'jo.price@oakfield.example';
const elsewhere = () => true;

async function record(house: TestHouse, tablet: Tablet, text: string): Promise<void> {
  await tablet.deliver((await tablet.seal(aConcern({ text }))).bytes);
  await house.settled();
}

test('a backup made while records arrive comes back on a new machine, whole, with its keys brought apart', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  await record(house, tablet, 'Written before the backup.');
  const [to, keysTo] = [aFolder(), aFolder()];
  const [made] = await Promise.all([
    makeBackup(house.ground, { to, keysTo, isElsewhere: elsewhere }),
    record(house, tablet, 'Written meanwhile.'),
  ]);
  expect(readdirSync(made.folder).sort()).toEqual(['heed.sqlite', 'manifest.json']);
  expect(statSync(join(keysTo, 'root.key')).mode & 0o777).toBe(0o400);
  const raw = readFileSync(join(made.folder, 'heed.sqlite'), 'latin1');
  expect(raw).not.toMatch(/Written before|Amira|Nadia/);

  const settings = await aNewMachine();
  await restoreBackup(settings, house.clock, { from: made.folder, keys: keysTo, replace: false });
  const ground = await openGround(settings, { clock: house.clock, log: pino({ level: 'silent' }) });
  onTestFinished(() => ground.close());
  const rows = await ground.database
    .read('concerns')
    .orderBy('id')
    .select('id', 'body', 'covers', 'happened_at', 'when_about');
  const texts = rows.map((row) => openBody(ground, house.schoolId, row)?.text);
  expect(texts[0]).toBe('Written before the backup.');
  expect(made.manifest.schools[0]?.concerns).toBe(rows.length);
  expect(
    await verifyAudit(ground.database.read, house.schoolId, made.manifest.schools[0]?.auditHead),
  ).toMatchObject({
    whole: true,
  });
  expect(await ground.database.read('audit').where({ what: 'backup.restored' })).toHaveLength(1);
  expect(await ground.database.read('sessions')).toEqual([]);
  const epoch = async (one: TestHouse['ground']) =>
    (await readSchool(one.database.read, one, house.schoolId)).storeEpoch;
  expect(await epoch(ground)).not.toBe(await epoch(house.ground));
});

test('sealed files lie in a backup, come back with it, and one that was changed there makes it half a backup', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const lineageId = newLineageId();
  const text = Buffer.from('What she wrote down herself.');
  const file = await tablet.sealFile(lineageId, text);
  const words = await tablet.seal(aConcern(), { lineageId, attachments: [file.attachment] });
  await tablet.deliver(words.bytes, file.envelopes[0]!.bytes);
  await house.settled();
  await house.house.joiner.idle();
  const [to, keysTo] = [aFolder(), aFolder()];
  const { folder, manifest } = await makeBackup(house.ground, { to, keysTo, isElsewhere: elsewhere });
  expect(manifest.files.map(({ path }) => path.split('/')[1]).sort()).toEqual(['kept', 'parts']);

  const settings = await aNewMachine();
  await restoreBackup(settings, house.clock, { from: folder, keys: keysTo, replace: false });
  const ground = await openGround(settings, { clock: house.clock, log: pino({ level: 'silent' }) });
  onTestFinished(() => ground.close());
  const row = await ground.database.read('files').where({ state: 'here' }).first();
  const key = cellsOf(ground.keys, house.schoolId, 'files').need(row!.file_id, 'kept_key', row!.kept_key);
  const read: Buffer[] = [];
  const sealed = ground.files.read(keptPath(house.schoolId, row!.place!));
  for await (const chunk of openAtRest(sealed, Buffer.from(key, 'base64url'), row!.size)) read.push(chunk);
  expect(Buffer.concat(read)).toEqual(text);

  appendFileSync(join(folder, 'files', manifest.files[0]!.path), ' ');
  const again = { from: folder, keys: keysTo, replace: true };
  await expect(restoreBackup(settings, house.clock, again)).rejects.toThrow(/not whole/);
});

test('tablets let go of what lies in a backup elsewhere, and of nothing for one on the disk of the data', async () => {
  const house = await openHouse();
  const through = async () => (await Tablet.enrol(await house.loggedIn(JO))).bundle.backedUpThrough;
  expect(await through()).toBeNull();
  const beside = await makeBackup(house.ground, { to: aFolder(), keysTo: null, isElsewhere: () => false });
  expect(beside.through).toBeNull();
  expect(await through()).toBeNull();
  const made = await makeBackup(house.ground, { to: aFolder(), keysTo: null, isElsewhere: elsewhere });
  expect(await through()).toBe(made.through);
  expect(Date.parse(made.through!)).toBeLessThan(Date.parse(made.manifest.madeAt));
});

test('keys beside the data, a folder inside the data and keys inside a backup are refused with a sentence', async () => {
  const { ground } = await openHouse();
  const { dataDir, keyDir } = ground.settings;
  const to = aFolder();
  const plans = [
    { to: join(dataDir, 'backups'), keysTo: null },
    { to: join(keyDir, 'backups'), keysTo: null },
    { to, keysTo: to },
    { to, keysTo: join(to, 'keys') },
    { to, keysTo: join(dataDir, 'keys') },
  ];
  for (const plan of plans) await expect(makeBackup(ground, plan)).rejects.toThrow(/Choose/);
  expect(readdirSync(to)).toEqual([]);
});

test('half a backup, a changed one, other keys and a store that is there are refused, and nothing is touched', async () => {
  const house = await openHouse();
  const [to, keysTo] = [aFolder(), aFolder()];
  const { folder } = await makeBackup(house.ground, { to, keysTo });
  const settings = await aNewMachine();
  const restore = (given: { from?: string; keys?: string | null; replace?: boolean }) =>
    restoreBackup(settings, house.clock, { from: folder, keys: keysTo, replace: false, ...given });

  await expect(restore({ from: aFolder() })).rejects.toThrow(/no whole backup/);
  await expect(restore({ keys: aFolder() })).rejects.toThrow(/no root.key/);
  await expect(restore({ keys: null })).rejects.toThrow(/--keys/);
  await restore({});
  await expect(restore({})).rejects.toThrow(/holds a store already/);
  const other = await openHouse();
  const otherKeys = aFolder();
  await makeBackup(other.ground, { to: aFolder(), keysTo: otherKeys });
  await expect(restore({ keys: otherKeys })).rejects.toThrow(/keys of another store/);
  appendFileSync(join(folder, 'heed.sqlite'), ' ');
  await expect(restore({ replace: true })).rejects.toThrow(/not whole/);
  const ground = await openGround(settings, { clock: house.clock, log: pino({ level: 'silent' }) });
  onTestFinished(() => ground.close());
  expect(await ground.database.read('schools').pluck('site')).toEqual(['oakfield']);
  await expect(restore({ replace: true })).rejects.toThrow();
});
