import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { toBase64url } from '../../../protocol/bytes';
import { MINUTE, timeStamp } from '../../../server/clock';
import { cellsOf } from '../../../server/storage/cells';
import type { TestHouse } from '../house';
import { sealOnline } from './online-file';
import { aConcernWith, aFreePort } from './scanned-concern';
import { openClamd } from './small-clamd';

const tooLarge = 'INSTREAM size limit exceeded. ERROR';

/** A scanner that has a word of its own for files that hold these, and says OK of everything else. */
async function aScannerThat(says: Readonly<Record<string, string | null>>) {
  const port = await aFreePort();
  await openClamd(port, (file) => {
    const held = Object.keys(says).find((text) => file.includes(text));
    return held === undefined ? 'stream: OK' : (says[held] ?? null);
  });
  return { CLAMD_URL: `tcp://127.0.0.1:${String(port)}` };
}

async function look(house: TestHouse): Promise<void> {
  house.house.scanner.wake();
  await house.settled();
}

test('a file on which the scanner breaks off without a word keeps no other from it', async () => {
  const files = [
    await sealOnline(Buffer.from('A large one')),
    await sealOnline(Buffer.from('A small one')),
  ] as const;
  const { open } = await aConcernWith(await aScannerThat({ 'A large one': null }), ...files);
  expect([(await open(files[0])).status, (await open(files[1])).status]).toEqual([423, 200]);
});

test('hundreds of files at which the scanner cannot look keep no newer one from its turn', async () => {
  const files = [
    await sealOnline(Buffer.from('A large one')),
    await sealOnline(Buffer.from('A small one')),
  ] as const;
  const { house, open } = await aConcernWith(await aScannerThat({ 'A large one': tooLarge }), ...files);
  const { ground, schoolId } = house;
  const { database } = ground;
  const large = (await database.read('files').where({ file_id: files[0].fileId }).first())!;
  const cells = cellsOf(ground.keys, schoolId, 'files');
  const kept_key = cells.need(large.file_id, 'kept_key', large.kept_key);
  await database.write(async (trx) => {
    // They came a minute before the small one, which was not looked at yet either.
    const here_at = timeStamp(house.clock, -MINUTE);
    for (let count = 0; count < 205; count++) {
      const file_id = toBase64url(randomBytes(16));
      const row = { ...large, file_id, here_at, scan_failed_at: null };
      await trx('files').insert({ ...row, ...cells.seal(file_id, { kept_key }) });
    }
    await trx('files').where({ file_id: files[1].fileId }).update({ scan: null });
  });
  await look(house);
  expect((await open(files[1])).status).toBe(200);
});
