import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SET_UP_HEADER } from '../../../protocol/set-up';
import { makeSetUpLink } from '../../../server/set-up/set-up-link';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse } from '../house';
import { aSchool } from '../school-builder';
import { Phone } from '../security-keys/phone';

const sample = () => new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'));

async function anEmptyServer() {
  const house = await openHouse({ plan: null });
  const link = (await makeSetUpLink(house.ground))!;
  const token = link.split('#')[1]!;
  return { house, token, headers: { [SET_UP_HEADER]: token }, visitor: house.visitor() };
}

test('the printed link previews the spreadsheet, imports it once, and is used up', async () => {
  const { house, token, headers, visitor } = await anEmptyServer();
  expect(await visitor.must('checkSetUp', { body: { token } })).toEqual({
    works: true,
    mailWorks: true,
    site: null,
  });
  const preview = await visitor.must('previewSchool', { body: sample(), headers });
  expect(preview).toMatchObject({
    school: { name: 'Willow Bank Primary School' },
    counts: { pupils: 420 },
    faults: [],
  });
  expect((await visitor.must('readPlace')).setUp).toBe(false);
  const done = await visitor.must('confirmSchool', { body: sample(), headers });
  expect(done.welcome).toMatchObject({ to: 'k.hilll@willowbank.example', mailed: true });
  expect(await visitor.must('readPlace')).toMatchObject({
    schoolName: 'Willow Bank Primary School',
    setUp: true,
  });
  expect((await visitor.call('confirmSchool', { body: sample(), headers })).problem.code).toBe('link-used');
  expect(await makeSetUpLink(house.ground)).toBeNull();
});

test('nobody without the link can look, set up or open a demo', async () => {
  const { visitor } = await anEmptyServer();
  const token = 'A'.repeat(43);
  expect((await visitor.call('previewSchool', { body: sample() })).status).toBe(410);
  expect(
    (await visitor.call('confirmSchool', { body: sample(), headers: { [SET_UP_HEADER]: token } })).status,
  ).toBe(410);
  expect((await visitor.call('tryDemo', { body: { token } })).status).toBe(410);
});

test('a start prints a new link and the one before stops working', async () => {
  const { house, token, visitor } = await anEmptyServer();
  await makeSetUpLink(house.ground);
  expect(await visitor.must('checkSetUp', { body: { token } })).toMatchObject({ works: false });
});

test('a file that is no spreadsheet gets one plain sentence, and a huge one is refused before it is read', async () => {
  const { headers, visitor } = await anEmptyServer();
  const poem = new TextEncoder().encode('Roses are red');
  const refused = await visitor.call('previewSchool', { body: poem, headers });
  expect(refused.problem).toMatchObject({ status: 422, code: 'spreadsheet-unreadable' });
  expect(refused.problem.title).toMatch(/^[A-Z].*\.$/);
  const huge = await visitor.call('previewSchool', { body: new Uint8Array(10 * 1024 * 1024 + 2), headers });
  expect(huge.status).toBe(413);
});

test('the demo school hands out accounts that work, with the first code of a key holder', async () => {
  const { house, token, visitor } = await anEmptyServer();
  const { demo } = await visitor.must('tryDemo', { body: { token } });
  const lead = demo!.accounts.find((account) => account.secret)!;
  await visitor.must('logIn', { body: { email: lead.email, password: demo!.password } });
  const { session } = await visitor.must('elevate', {
    body: { code: new Phone(house, lead.secret!).code() },
  });
  expect(session).toMatchObject({ lead: true, elevatedUntil: expect.any(String) as string });
  expect(house.mails).toEqual([]);
});

test('once a school is there, a link out of an old log changes nothing', async () => {
  const { house, token, headers, visitor } = await anEmptyServer();
  await importSchool(house.ground, aSchool(), { actor: 'shell' });
  expect(await visitor.must('checkSetUp', { body: { token } })).toMatchObject({ works: false });
  expect((await visitor.call('confirmSchool', { body: sample(), headers })).problem.code).toBe('link-used');
  expect((await visitor.call('tryDemo', { body: { token } })).problem.code).toBe('link-used');
});
