import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import { fillIn, readable, send, unlock, writeConcern, openRecord } from '../journeys/deeds';
import { waitFor } from '../server/house';
import { captivePortal, letThrough, type Gate, type Rule } from './gate';
import { outboxOf } from './outbox';
import { expectHeldOnce, whatTheSchoolHolds } from './promises';
import { signedReply } from './signed-reply';
import type { ServerProcess } from './server-process';
import { anOwnTablet, DELIVERY, JO } from './tablet-story';

const problem = { 'content-type': 'application/problem+json' };
const answering =
  (status: number, headers: Record<string, string> = problem): Rule =>
  (call) =>
    call.answer({ status, headers, body: status === 204 ? Buffer.alloc(0) : Buffer.from('{}') });

/** The school has it, and somebody on the way has changed one letter of its receipt. */
const tampered: Rule = async (call) => {
  const answer = await call.ask();
  const body = answer.body.toString().replace(/"reference":"./, '"reference":"9');
  call.answer({ ...answer, body: Buffer.from(body) });
};

/** Signed by the school, and without a word about what was sent. */
const withoutIds =
  (server: ServerProcess): Rule =>
  async (call) =>
    call.answer({
      status: 200,
      headers: { 'content-type': RECEIPTS_TYPE },
      body: await signedReply(server, { receipts: [], refused: [] }),
    });

/** Nothing is known about the row: it waits. Or a person should look at it: it is held. Neither is ever let go. */
type Row = 'waiting' | 'held';
const SAID: Record<Row, RegExp> = {
  waiting: /Waiting on this tablet/,
  held: /Not sent: needs you[\s\S]*Something between here and the school refused it/,
};
const PROMISES_TOO_MUCH = /\breceived\b|alerted|\bref [0-9A-Z]{4}\b/i;

const matrix: [string, Row, (server: ServerProcess) => Rule][] = [
  ['401', 'held', () => answering(401)],
  ['403', 'held', () => answering(403)],
  ['413', 'held', () => answering(413)],
  ['422', 'held', () => answering(422)],
  ['500', 'waiting', () => answering(500)],
  ['503', 'waiting', () => answering(503)],
  ['204', 'waiting', () => answering(204, {})],
  ['a redirect', 'waiting', () => answering(302, { location: 'https://wifi.example/terms' })],
  ['a page with 200', 'waiting', () => captivePortal],
  ['a receipt that was changed on the way', 'waiting', () => tampered],
  ['a signed reply that does not name it', 'waiting', withoutIds],
];

const words = (name: string) => `He asked for a second breakfast. (${name})`;

/** Sends one record into this rule, looks at what the tablet then says, and lets the record go through. */
async function through(page: Page, gate: Gate, name: string, row: Row, rule: Rule): Promise<void> {
  let answered = 0;
  gate.meet(DELIVERY, async (call) => {
    await rule(call);
    answered += 1;
  });
  await send(page);
  await waitFor(() => answered > 0);
  await waitFor(async () =>
    (await outboxOf(page)).some(({ state, leaseUntil }) => state === row && leaseUntil === 0),
  );
  await page.getByText(SAID[row]).first().waitFor();
  const said = await readable(page);
  expect(said, name).toMatch(SAID[row]);
  expect(said, name).toContain('Nobody has been told yet');
  expect(said, name).not.toMatch(PROMISES_TOO_MUCH);

  gate.meet(DELIVERY, letThrough);
  const arrived = page.getByText(/ref [0-9A-Z]{4}/i).first();
  // A row that waits may go by itself before anybody presses: then its reference stands where the button stood.
  await page.getByRole('button', { name: 'Try now' }).or(arrived).first().click();
  await arrived.waitFor();
  expect((await outboxOf(page)).map(({ state }) => state)).not.toContain(row);
}

test('D8: no answer but the school’s own receipt lets a record go, and it arrives when that comes', async () => {
  const { server, gate, page } = await anOwnTablet(JO);
  await unlock(page, 'Jo');
  await openRecord(page);
  for (const [at, [name, row, rule]] of matrix.entries()) {
    if (at > 0) await page.getByRole('link', { name: 'Record another' }).click();
    await fillIn(page, { pupil: 'amira', text: words(name) });
    await through(page, gate, name, row, rule(server));
  }
  await expectHeldOnce(server, ...matrix.map(([name]) => words(name)));
});

test('D8: a busy school’s “in two minutes” (429) is kept to, said, and then the record arrives', async () => {
  const { server, gate, page } = await anOwnTablet(JO);
  gate.meet(DELIVERY, answering(429, { ...problem, 'retry-after': '120' }));
  await writeConcern(page, 'Jo', { pupil: 'amira', text: words('429') });
  await send(page);
  await page.getByText(/Trying again at \d\d:\d\d/).waitFor();
  const [row] = await outboxOf(page);
  expect(row).toMatchObject({ state: 'waiting', attempt: 1, leaseUntil: 0 });
  expect(await readable(page)).toMatch(SAID.waiting);
  expect(await readable(page)).not.toMatch(PROMISES_TOO_MUCH);

  // Before its time nobody is asked, however often somebody presses.
  gate.meet(DELIVERY, letThrough);
  const asked = gate.seen(DELIVERY);
  const tryNow = page.getByRole('button', { name: 'Try now' });
  await tryNow.click();
  await page.evaluate(() => navigator.locks.request('heed-outbox', () => undefined));
  expect(gate.seen(DELIVERY)).toBe(asked);
  expect(await whatTheSchoolHolds(server)).toMatchObject({ concerns: [], envelopes: 0 });

  // Two minutes later, when it has locked itself.
  await page.clock.setSystemTime(row!.nextTryAt + 1);
  await page.goto(`${server.origin}/lock`);
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  await expectHeldOnce(server, words('429'));
});
