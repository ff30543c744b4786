import { get } from 'node:http';
import { expect, test, vi } from 'vitest';
import { newEnvelopeId, newLineageId } from '../../../protocol/identifiers';
import { openWords } from '../../../server/intake/open-raw';
import { rotateKey } from '../../../server/school/rotate-key';
import type { Mail } from '../../../server/messages/mail';
import { openHouse, PASSWORD, waitFor, type TestHouse } from '../house';
import { aConcern, Tablet } from '../tablet';

async function aTabletAtOakfield(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse();
  return { house, tablet: await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example')) };
}

async function count(house: TestHouse, table: string, where: object = {}): Promise<number> {
  const rows = await house.ground.database
    .read(table)
    .where({ school_id: house.schoolId, ...where })
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(rows[0]!.n);
}

test('a concern that arrives is receipted, recorded and alerted once', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const sealed = await tablet.seal(aConcern());
  const { status, reply } = await tablet.deliver(sealed.bytes);
  expect(status).toBe(200);
  expect(reply!.receipts).toEqual([
    {
      envelopeId: sealed.id,
      sha256: sealed.digest,
      reference: expect.stringMatching(/^[2-9A-Z]{4,5}$/) as string,
      serverTime: expect.any(String) as string,
    },
  ]);
  await house.settled();
  expect(await count(house, 'concerns')).toBe(1);
  expect(await count(house, 'alerts')).toBe(1);
  expect(house.mailTo('nadia.shah@oakfield.example').subject).toMatch(/alert/i);
});

test('the same envelope fifty times at once is one record, fifty equal receipts, one alert and one audit row', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const sealed = await tablet.seal(aConcern());
  const answers = await Promise.all(Array.from({ length: 50 }, () => tablet.deliver(sealed.bytes)));
  expect(new Set(answers.map(({ reply }) => JSON.stringify(reply!.receipts))).size).toBe(1);
  await house.settled();
  expect(await count(house, 'envelopes')).toBe(1);
  expect(await count(house, 'concerns')).toBe(1);
  expect(await count(house, 'alerts')).toBe(1);
  expect(await count(house, 'audit', { what: 'concern.recorded' })).toBe(1);
});

test('one id with two contents is a digest conflict, and both are kept', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const envelopeId = newEnvelopeId();
  const first = await tablet.seal(aConcern(), { envelopeId });
  const second = await tablet.seal(aConcern({ text: 'Something else.' }), { envelopeId });
  await tablet.deliver(first.bytes);
  const { reply } = await tablet.deliver(second.bytes);
  expect(reply).toMatchObject({ receipts: [], refused: [{ envelopeId, code: 'digest-conflict' }] });
  expect(await count(house, 'envelopes')).toBe(1);
  expect(await count(house, 'envelope_conflicts')).toBe(1);
  expect((await tablet.deliver(first.bytes)).reply!.receipts).toHaveLength(1);
});

test('a draft sent twice with equal words is one concern; with different words a lead decides', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const lineageId = newLineageId();
  for (const sentAt of ['2026-11-23T12:43:00.000Z', '2026-11-23T12:44:00.000Z']) {
    await tablet.deliver((await tablet.seal(aConcern({ sentAt }), { lineageId })).bytes);
    await house.settled();
  }
  expect(await count(house, 'concerns')).toBe(1);
  await tablet.deliver((await tablet.seal(aConcern({ text: 'Now with other words.' }), { lineageId })).bytes);
  await house.settled();
  expect(await count(house, 'concerns', { quarantine: 'possible-duplicate' })).toBe(1);
});

test('the same text about two children is two concerns', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await tablet.deliver((await tablet.seal(aConcern())).bytes, (await tablet.seal(aConcern())).bytes);
  await house.settled();
  expect(await count(house, 'concerns')).toBe(2);
});

test('an unknown device gets a signed no for each envelope, and nothing is stored', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await house.ground.database.write((trx) => trx('delivery_keys').delete());
  const sealed = await tablet.seal(aConcern());
  const { reply } = await tablet.deliver(sealed.bytes);
  expect(reply).toMatchObject({ receipts: [], refused: [{ envelopeId: sealed.id, code: 'unknown-device' }] });
  expect(await count(house, 'envelopes')).toBe(0);
});

test('a damaged frame refuses itself and what follows, never what came before', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const good = await tablet.seal(aConcern());
  const bad = (await tablet.seal(aConcern())).bytes.slice();
  bad[0] = 0x58;
  const { reply } = await tablet.deliver(good.bytes, bad);
  expect(reply!.receipts.map((one) => one.envelopeId)).toEqual([good.id]);
  expect(await count(house, 'envelopes')).toBe(1);
});

test.each([
  [
    'from a leaver',
    'author-left',
    (house: TestHouse, tablet: Tablet) =>
      ['staff', { id: tablet.staffId }, { disabled_at: '2026-11-23T12:00:00.000Z' }] as const,
  ],
  [
    'from a revoked tablet',
    'device-revoked',
    (house: TestHouse, tablet: Tablet) =>
      ['devices', { id: tablet.deviceId }, { revoked_at: '2026-11-23T12:00:00.000Z' }] as const,
  ],
])('a concern %s is stored, quarantined and alerted to the lead', async (_, reason, change) => {
  const { house, tablet } = await aTabletAtOakfield();
  const [table, where, update] = change(house, tablet);
  await house.ground.database.write((trx) => trx(table).where(where).update(update));
  const { reply } = await tablet.deliver((await tablet.seal(aConcern())).bytes);
  expect(reply!.receipts).toHaveLength(1);
  await house.settled();
  expect(await count(house, 'concerns', { quarantine: reason })).toBe(1);
  expect(await count(house, 'alerts')).toBe(1);
});

test('a forged signature, an unconfirmed author and a category that went are quarantined, each with its reason', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const gone = '00000000-0000-7000-8000-000000000000';
  await tablet.deliver(
    (await tablet.seal(aConcern(), { forged: true })).bytes,
    (await tablet.seal(aConcern(), { author: { unconfirmed: 'Mrs Supply' } })).bytes,
    (await tablet.seal(aConcern({ categories: [gone] }))).bytes,
    (await tablet.seal(aConcern(), { kid: 'nobody-has-this-key' })).bytes,
  );
  await house.settled();
  const reasons = await house.ground.database.read('concerns').pluck<string[]>('quarantine');
  expect(reasons.sort()).toEqual(['author-unconfirmed', 'cannot-open', 'category-gone', 'signature-wrong']);
  expect(await count(house, 'alerts')).toBe(4);
});

test('a database that does not answer for a moment is no fault of the envelope: it is opened later, without a doubt', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const { bytes } = await tablet.seal(aConcern());
  const open = () => openWords(house.ground, house.schoolId, bytes, 'concern');
  vi.spyOn(house.ground.keys, 'find').mockRejectedValueOnce(new Error('connection lost'));
  await expect(open()).rejects.toThrow('connection lost');
  expect(await open()).toMatchObject({ doubt: null });
  expect(await openWords(house.ground, house.schoolId, Buffer.from('HE1?'), 'concern')).toMatchObject({
    doubt: 'cannot-open',
  });
});

test('an envelope sealed before the key was rotated twice is opened with the old key', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const sealed = await tablet.seal(aConcern());
  for (let turn = 0; turn < 2; turn++) await rotateKey(house.ground, house.schoolId, 'shell');
  await tablet.deliver(sealed.bytes);
  await house.settled();
  expect(await count(house, 'concerns', { quarantine: null })).toBe(1);
});

test('a tablet two years in the future is believed about nothing and refused for nothing', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await tablet.deliver((await tablet.seal(aConcern({ at: '2028-11-23T12:43:00.000Z' }))).bytes);
  await house.settled();
  expect(await count(house, 'concerns', { quarantine: null })).toBe(1);
});

test('progress tells a tablet how far its own record has come, and nothing about others', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const sealed = await tablet.seal(aConcern());
  await tablet.deliver(sealed.bytes);
  await house.settled();
  // The worker beside the story may still be handing the mail over.
  await waitFor(async () => JSON.stringify(await tablet.progress(sealed.id)).includes('alerted'));
  expect(await tablet.progress(sealed.id)).toMatchObject([
    { envelopeId: sealed.id, steps: [{ step: 'received' }, { step: 'alerted', count: 1 }] },
  ]);
  const other = await Tablet.enrol(await house.loggedIn('ruth.grey@oakfield.example'), 'Office');
  expect(await other.progress(sealed.id)).toEqual([]);
});

test('a person unlocked on the tablet refreshes the roll without a session; a leaver does not', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  expect(await tablet.refresh()).toBe(200);
  await house.ground.database.write((trx) =>
    trx('staff').where({ id: tablet.staffId }).update({ disabled_at: '2026-11-23T12:00:00.000Z' }),
  );
  expect(await tablet.refresh()).toBe(401);
});

test('two hundred records from nobody known ring the lead once, stand in her inbox, and slow nobody down', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const unknown = await Promise.all(
    Array.from({ length: 205 }, () => tablet.seal(aConcern(), { author: { unconfirmed: 'Somebody' } })),
  );
  await tablet.deliver(...unknown.map((one) => one.bytes));
  await house.settled();
  expect(await count(house, 'alerts')).toBe(205);
  expect(house.mails.filter((mail) => /alert/i.test(mail.subject))).toHaveLength(1);
  expect((await tablet.deliver((await tablet.seal(aConcern())).bytes)).reply?.receipts).toHaveLength(1);
});

test('nobody counts as alerted before a channel has taken the message', async () => {
  let down = false;
  const taken: Mail[] = [];
  const send = (mail: Mail) => {
    if (down) return Promise.reject(new Error('no route'));
    taken.push(mail);
    return Promise.resolve();
  };
  const house = await openHouse({ mailer: { works: true, send } });
  const browser = house.visitor();
  await browser.must('askForLink', { body: { email: 'jo.price@oakfield.example' } });
  await waitFor(async () => {
    await house.settled();
    return taken.some((mail) => mail.text.includes('/welcome#'));
  });
  const token = /welcome#([\w-]{43})/.exec(taken.map((mail) => mail.text).join(' '))?.[1] ?? '';
  await browser.must('choosePassword', { body: { token, password: PASSWORD } });
  await browser.must('logIn', { body: { email: 'jo.price@oakfield.example', password: PASSWORD } });
  const tablet = await Tablet.enrol(browser);
  down = true;
  const sealed = await tablet.seal(aConcern());
  await tablet.deliver(sealed.bytes);
  await house.settled();
  expect(await count(house, 'alerts')).toBe(1);
  expect(await tablet.progress(sealed.id)).toMatchObject([{ steps: [{ step: 'received' }] }]);
});

test('an answer of the API is not for the address bar', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const cookie = [...tablet.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  // fetch writes this header itself, so the address bar is played by a plain request.
  const statusFor = (mode: string) =>
    new Promise<number | undefined>((resolve) => {
      get(`${house.origin}/api/inbox`, { headers: { cookie, 'sec-fetch-mode': mode } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
    });
  expect(await statusFor('cors')).toBe(200);
  expect(await statusFor('navigate')).toBe(403);
});
