import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { toBase64url } from '../../../protocol/bytes';
import { DAY, MINUTE, timeStamp } from '../../../server/clock';
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

test.each([
  ['says that it cannot', tooLarge],
  ['breaks off without a word', null],
])(
  'a file at which the scanner cannot look (%s) waits alone, is told of as that, and is tried again',
  async (_, word) => {
    const says: Record<string, string | null> = { 'A large one': word };
    const files = [
      await sealOnline(Buffer.from('A large one')),
      await sealOnline(Buffer.from('A small one')),
    ] as const;
    const { house, nadia, open } = await aConcernWith(await aScannerThat(says), ...files);
    const answers = async () => [(await open(files[0])).status, (await open(files[1])).status];
    const waits = async () => (await nadia.must('readOperation')).unscanned;
    expect(await answers()).toEqual([423, 200]);
    house.clock.skip(6 * MINUTE);
    // The scanner answers, and nobody says otherwise.
    expect(await waits()).toEqual({ waiting: 0, since: null, failed: 1 });

    // It takes larger ones now; what it could not look at has its turn after a while.
    says['A large one'] = 'stream: OK';
    await look(house);
    expect(await waits()).toMatchObject({ failed: 1 });
    const { database } = house.ground;
    const failed = () => database.read('files').whereNotNull('scan_failed_at');
    expect(await failed()).toHaveLength(1);
    // Ten minutes are over; her full access is not.
    await database.write((trx) =>
      trx('files')
        .whereNotNull('scan_failed_at')
        .update({ scan_failed_at: timeStamp(house.clock, -10 * MINUTE) }),
    );
    await look(house);
    expect(await failed()).toEqual([]);
    expect(await waits()).toEqual({ waiting: 0, since: null, failed: 0 });
    expect(await answers()).toEqual([200, 200]);
  },
);

test('a scanner is set up for files that lie here for a year: they wait for it, and nobody says that it is away', async () => {
  const letter = await sealOnline(Buffer.from('Dear Mrs Shah'));
  const { house, nadia } = await aConcernWith(await aScannerThat({}), letter);
  await house.ground.database.write((trx) =>
    trx('files').update({ scan: null, here_at: timeStamp(house.clock, -365 * DAY) }),
  );
  const waits = async () => (await nadia.must('readOperation')).unscanned;
  expect(await waits()).toEqual({ waiting: 0, since: null, failed: 0 });
  await look(house);
  expect(await house.ground.database.read('files').pluck('scan')).toEqual(['clean']);
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
