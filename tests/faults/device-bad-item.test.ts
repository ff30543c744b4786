import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseEnvelope } from '../../protocol/envelope/format';
import { parseRequest } from '../../protocol/envelope/request';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import { fillIn, readable, send, unlock, writeConcern } from '../journeys/deeds';
import { letThrough, type GateCall } from './gate';
import { outboxOf, untilAll } from './outbox';
import { expectHeldOnce } from './promises';
import type { ServerProcess } from './server-process';
import { signedReply } from './signed-reply';
import { anOwnTablet, DELIVERY, JO } from './tablet-story';

const BAD = 'She hid her hands all morning.';
const OTHERS = ['He sat in the coats.', 'She asked who would fetch her.'];

type Refusal = (server: ServerProcess, call: GateCall, envelopeId: string) => Promise<void>;

/** Something on the way takes offence at it: nothing that the school has signed. */
const unsigned: Refusal = async (_server, call) =>
  call.answer({
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
    body: Buffer.from('{}'),
  });

/** The school itself says no to it, and nothing about the rest. */
const signed: Refusal = async (server, call, envelopeId) =>
  call.answer({
    status: 200,
    headers: { 'content-type': RECEIPTS_TYPE },
    body: await signedReply(server, { receipts: [], refused: [{ envelopeId, code: 'malformed' }] }),
  });

const idsIn = (body: Buffer) =>
  parseRequest(body).envelopes.map((one) => parseEnvelope(one).header.envelopeId);

/** Three records that wait without a network, the bad one first. @returns its envelope's id */
async function threeWaiting(page: Page): Promise<string> {
  await writeConcern(page, 'Jo', { pupil: 'amira', text: BAD });
  await send(page);
  for (const text of OTHERS) {
    await page.getByRole('link', { name: 'Record another' }).click();
    await fillIn(page, { pupil: 'tomas', text });
    await send(page);
  }
  const [first, ...others] = await outboxOf(page);
  expect(others).toHaveLength(OTHERS.length);
  return first!.envelopeId;
}

test.each([
  ['by an unsigned 422', unsigned, 'Something between here and the school refused it.'],
  ['by the school’s signed word', signed, 'It was damaged here, so the school cannot read it.'],
])(
  'D10: one record that is always refused, %s, keeps nobody, and stays with its reason',
  async (_, refuse, reason) => {
    const { server, gate, context, page } = await anOwnTablet(JO);
    await context.setOffline(true);
    const bad = await threeWaiting(page);
    gate.meet(DELIVERY, async (call) => {
      const carriesBad = idsIn(await call.carried()).includes(bad);
      await (carriesBad ? refuse(server, call, bad) : letThrough(call));
    });
    await context.setOffline(false);
    await untilAll(page, ({ envelopeId, state }) => state === (envelopeId === bad ? 'held' : 'received'));
    await expectHeldOnce(server, ...OTHERS);

    // Opened again, it is tried again, refused again, and still there.
    await page.goto(`${server.origin}/lock`);
    await page.getByText('1 needs the person who wrote it').waitFor();
    await unlock(page, 'Jo');
    await page.locator('a[href="/mine"]').first().click();
    await page.getByText('Not sent: needs you').waitFor();
    const said = await readable(page);
    expect(said).toContain('Nobody has been told yet.');
    expect(said).toContain(reason);
    expect(said.match(/Ref [0-9A-Z]{4}/g)).toHaveLength(OTHERS.length);
    expect(said).not.toContain(BAD);

    // The copy for a safeguarding lead is what was sealed, byte for byte.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a copy for a safeguarding lead' }).click(),
    ]);
    const copy = createHash('sha256')
      .update(readFileSync(await download.path()))
      .digest('base64url');
    expect(copy).toBe((await outboxOf(page)).find(({ envelopeId }) => envelopeId === bad)?.digest);

    gate.meet(DELIVERY, letThrough);
    await page.getByRole('button', { name: 'Try now' }).click();
    await page.getByText('Not sent: needs you').waitFor({ state: 'detached' });
    await expectHeldOnce(server, BAD, ...OTHERS);
  },
);
