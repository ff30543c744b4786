import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EICAR } from '../../hostile-files';
import { room } from '../../room';
import { CHUNK_BYTES } from '../../../protocol/files/limits';
import { MINUTE } from '../../../server/clock';
import { readSettings } from '../../../server/env';
import { sealOnline } from './online-file';
import { aConcernWith, aFreePort } from './scanned-concern';
import { openClamd } from './small-clamd';

const nothingWaits = { waiting: 0, since: null, failed: 0 };

test('what the scanner finds is kept sealed and given to nobody, by its name; everything else is given out', async () => {
  const clamd = await openClamd(join(room(), `clamd-${randomBytes(4).toString('hex')}.sock`));
  const socket = clamd.server.address() as string;
  const letter = await sealOnline(
    Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(CHUNK_BYTES)]),
    'letter.pdf',
  );
  const bad = await sealOnline(EICAR, 'game.txt');
  const { house, shown, open } = await aConcernWith({ CLAMD_URL: `unix://${socket}` }, letter, bad);
  expect(clamd.seen.sort((one, other) => one - other)).toEqual([EICAR.length, letter.file.size]);
  expect(await shown()).toMatchObject([
    { name: 'letter.pdf', state: 'here' },
    { name: 'game.txt', state: 'here', held: { found: 'Eicar-Test-Signature' } },
  ]);
  expect((await open(letter)).status).toBe(200);
  const refused = await open(bad);
  expect(refused.problem).toMatchObject({
    status: 423,
    code: 'file-held',
    title: 'Held back: the scanner found Eicar-Test-Signature.',
  });
  const audit = await house.ground.database.read('audit').where('what', 'like', 'file.%').pluck('what');
  expect(audit.sort()).toEqual(['file.arrived', 'file.arrived', 'file.held', 'file.opened', 'file.scanned']);
});

test.each(['hold', 'give'])(
  'a scanner that is away holds nothing up: files wait for it as the school says (%s), and are scanned when it is back',
  async (unscanned) => {
    const port = await aFreePort();
    const letter = await sealOnline(Buffer.from('Dear Mrs Shah'), 'letter.txt');
    const environment = { CLAMD_URL: `tcp://127.0.0.1:${String(port)}`, CLAMD_UNSCANNED: unscanned };
    const { house, nadia, shown, open } = await aConcernWith(environment, letter);
    expect(await shown()).toMatchObject([
      unscanned === 'hold' ? { held: { found: null } } : { state: 'here' },
    ]);
    const early = await open(letter);
    expect(early.status).toBe(unscanned === 'hold' ? 423 : 200);
    if (unscanned === 'hold') expect(early.problem.title).toMatch(/not looked at this file yet/);

    // Nobody is told of a minute; whoever looks after Heed sees that it stays away, and since when.
    const waits = async () => (await nadia.must('readOperation')).unscanned;
    expect(await waits()).toEqual(nothingWaits);
    const before = new Date(house.clock.now()).toISOString();
    house.clock.skip(6 * MINUTE);
    const away = await waits();
    expect(away).toEqual({ waiting: 1, since: expect.any(String) as string, failed: 0 });
    expect(away.since! < before).toBe(true);
    house.house.scanner.wake();
    await house.settled();
    expect(await waits()).toEqual(away);

    const { seen } = await openClamd(port);
    house.house.scanner.wake();
    await house.settled();
    expect(seen).toEqual([letter.file.size]);
    expect((await shown())?.[0]).not.toHaveProperty('held');
    expect(await waits()).toEqual(nothingWaits);
    expect((await open(letter)).status).toBe(200);
  },
);

test('a scanner that is named wrongly stops the start, with what to write', () => {
  const refusal = (given: Record<string, string>) => {
    try {
      readSettings(given);
      return '';
    } catch (fault) {
      return (fault as Error).message;
    }
  };
  expect(refusal({ CLAMD_URL: 'clamd' })).toMatch(/CLAMD_URL: "clamd" is no scanner; write tcp:/);
  expect(refusal({ CLAMD_URL: 'tcp://10.0.0.4', CLAMD_UNSCANNED: 'ask' })).toMatch(/write hold or give/);
  expect(readSettings({ CLAMD_URL: 'tcp://10.0.0.4' }).scanner).toEqual({ host: '10.0.0.4', port: 3310 });
});
