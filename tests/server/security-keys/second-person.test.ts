import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { HOUR } from '../../../server/clock';
import { loseKeyFromShell } from '../../../server/security-keys/shell-commands';
import { openOffice, NADIA } from '../oversight/office';
import { openHouse, type TestHouse } from '../house';
import { addKey, elevatedLead } from './phone';
import { codeMailedTo } from './second-person';

const LEAD = 'nadia.shah@oakfield.example';
const HEAD = 'ruth.grey@oakfield.example';
const SUE = 'sue.coyle@oakfield.example';

/** The built shell as its own process, beside the running house. */
async function shell(house: TestHouse, ...words: string[]): Promise<{ status: number | null; said: string }> {
  if (!existsSync('dist/server/shell.js')) throw new Error('build the server first: npm run build');
  const { dataDir, keyDir, databaseUrl } = house.settings;
  const child = spawn(process.execPath, ['dist/server/shell.js', ...words], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      KEY_DIR: keyDir,
      LOG_LEVEL: 'error',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, said: out + err };
}

/** The code in the newest mail that the shell wrote to this person. */
function codeInFiles({ settings }: TestHouse, email: string): string {
  const folder = join(settings.dataDir, 'mail');
  const mails = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''));
  const mail = mails.findLast((one) => one.includes(email) && one.includes('asks you to agree'));
  return /^[0-9A-HJKMNP-TV-Z]{8}\r?$/m.exec(mail!)![0].trim();
}

test('the only lead loses phone and codes: at the shell the key goes and a new one counts, each time as the head agrees', async () => {
  // The shell has the clock of its machine, so the story has it too.
  const house = await openHouse({ client: join(tmpdir(), 'no-client') });
  const { browser } = await elevatedLead(house, LEAD);
  const asked = await shell(house, 'lost-key', LEAD, '--with', HEAD);
  expect(asked).toMatchObject({
    status: 0,
    said: expect.stringContaining('Nothing has changed yet') as string,
  });
  expect(asked.said).toMatch(/^ {2}npm run lost-key -- \S+ --with \S+ --code CODE$/m);
  expect(asked.said).not.toContain(codeInFiles(house, HEAD));
  expect((await browser.must('listKeys')).keys).toHaveLength(1);
  const alone = await shell(house, 'lost-key', LEAD, '--with', HEAD, '--code', '00000000');
  expect(alone).toMatchObject({ status: 1, said: expect.stringContaining('not the code') as string });
  const done = await shell(house, 'lost-key', LEAD, '--with', HEAD, '--code', codeInFiles(house, HEAD));
  expect(done.status).toBe(0);
  expect((await browser.must('listKeys')).keys).toEqual([]);
  expect((await browser.must('readSession')).session!.elevatedUntil).toBeNull();

  const { phone, counts } = await addKey(house, browser, { name: 'New phone' });
  expect(counts).toBe(false);
  expect((await shell(house, 'confirm-key', LEAD)).status).toBe(1);
  expect((await shell(house, 'confirm-key', LEAD, '--with', HEAD)).status).toBe(0);
  await shell(house, 'confirm-key', LEAD, '--with', HEAD, '--code', codeInFiles(house, HEAD));
  await browser.must('elevate', { body: { code: phone.nextCode() } });
});

test('the owner and whoever agreed are mailed, the leads are told, and the audit names both', async () => {
  const office = await openOffice();
  const { house } = office;
  const nadia = await elevatedLead(house, NADIA);
  await loseKeyFromShell(house.ground, [SUE, '--with', NADIA]);
  await house.settled();
  await loseKeyFromShell(house.ground, [SUE, '--with', NADIA, '--code', codeMailedTo(house, NADIA)]);
  await house.settled();
  expect(house.mailTo(SUE).text).toContain('removed a lost security key');
  expect(house.mailTo(NADIA).text).toContain('A lost security key of a member of staff was removed');
  const rows = await house.ground.database
    .read('audit')
    .whereIn('what', ['security-key.second-asked', 'security-key.lost'])
    .orderBy('seq');
  const names = async (id: string) => house.ground.database.read('staff').where({ id }).first('account_id');
  expect(rows.map(({ what }) => what)).toEqual(['security-key.second-asked', 'security-key.lost']);
  const [, lost] = rows;
  const [owner, second] = [await names(lost!.object.slice('staff:'.length)), await names(lost!.actor)];
  expect(owner!.account_id).not.toBe(second!.account_id);
  expect((await nadia.browser.must('readSession')).session!.staffId).toBe(lost!.actor);
});

test('nobody agrees for themselves, no teacher and no stranger agrees, and a code is for one deed, one key and an hour', async () => {
  const house = await openHouse();
  const { browser, phone } = await elevatedLead(house, LEAD);
  await addKey(house, browser, { name: 'Tablet', proof: phone.nextCode() });
  const lose = (...words: string[]) => loseKeyFromShell(house.ground, words);
  const [first, other] = (await browser.must('listKeys')).keys.map(({ id }) => id) as [string, string];
  await expect(lose(LEAD, '--with', HEAD)).rejects.toThrow(/several keys/);
  await expect(lose(first)).rejects.toThrow(/who else agrees/);
  await expect(lose(first, '--with', LEAD)).rejects.toThrow(/cannot be the one/);
  await expect(lose(first, '--with', 'jo.price@oakfield.example')).rejects.toThrow(/name a lead/);
  await expect(lose(first, '--with', 'a@b.example')).rejects.toThrow(/name a lead/);
  await lose(first, '--with', HEAD);
  await house.settled();
  const code = codeMailedTo(house, HEAD);
  await expect(lose(other, '--with', HEAD, '--code', code)).rejects.toThrow(/not the code/);
  house.clock.skip(2 * HOUR);
  await expect(lose(first, '--with', HEAD, '--code', code)).rejects.toThrow(/not the code/);
  await lose(first, '--with', HEAD);
  await house.settled();
  await lose(first, '--with', HEAD, '--code', codeMailedTo(house, HEAD));
  await expect(lose(first, '--with', HEAD, '--code', codeMailedTo(house, HEAD))).rejects.toThrow(
    /no security key/,
  );
});
