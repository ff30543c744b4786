import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { contract, type EndpointName } from '../../../protocol/contract';
import type { Endpoint, RateLimit } from '../../../protocol/endpoint';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Problem } from '../../../protocol/problems';
import { CallLimits } from '../../../server/http/limits';
import { openHouse, type TestHouse } from '../house';
import type { Visitor } from '../visitor';

/** Made from the contract table: an endpoint that is added is asked the same here. */
const endpoints = Object.entries(contract) as [EndpointName, Endpoint][];
const withBody = endpoints.filter(([, one]) => one.bodyType !== 'none');
const overs = [1, 2_000_000].flatMap((more) => [[more, true] as const, [more, false] as const]);

function callOf(endpoint: Endpoint): { params: never; body?: Uint8Array } {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const params = Object.fromEntries(names.map((name) => [name, uuidv7(1)])) as never;
  // No schema takes these bytes, so that what is within the limit changes nothing.
  return endpoint.bodyType === 'none' ? { params } : { params, body: new Uint8Array([0x5b]) };
}

describe('a body over its limit', () => {
  test('is a 413 problem at every endpoint that takes one, also where no length was announced', async () => {
    const house = await openHouse({ plan: null });
    expect(withBody.length).toBeGreaterThan(20);
    for (const [name, endpoint] of withBody) {
      const path = endpoint.path.replace(/:\w+/g, uuidv7(1));
      const url = new URL(path, house.origin);
      // One byte over, and so much over that most of it is still on its way when the answer is clear.
      for (const [more, announced] of overs) {
        const over = Buffer.alloc(endpoint.maxBody + more, 0x20);
        const answered = await send(url, endpoint.method, over, announced);
        expect(answered, `${name}, ${more} over, announced: ${announced}`).toMatchObject({
          status: 413,
          type: 'application/problem+json',
          problem: { code: 'too-large', status: 413 },
        });
      }
    }
  });

  test('is told from one that just fits', async () => {
    const house = await openHouse();
    const fits = Buffer.alloc(contract.logIn.maxBody, 0x20);
    const url = new URL(contract.logIn.path, house.origin);
    expect(await send(url, 'POST', fits, false)).toMatchObject({ problem: { code: 'not-valid' } });
  });
});

interface Told {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly problem: Problem;
}

/**
 * `fetch` always announces what it knows, so a body in chunks is played by a plain request. The whole body is sent, as a
 * browser does that reads no answer before.
 */
async function send(url: URL, method: string, body: Buffer, announced: boolean): Promise<Told> {
  const headers = announced ? { 'content-length': body.length } : { 'transfer-encoding': 'chunked' };
  const sending = request(url, { method, headers });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const sent = once(sending, 'finish');
  sending.end(body);
  const [answer] = await answered;
  const problem = (await json(answer)) as Problem;
  await sent;
  return { status: answer.statusCode, type: answer.headers['content-type'], problem };
}

/** As if each caller had come as often as they may but once; what comes then is counted as always. */
class OneCallLeft extends CallLimits {
  readonly #seen = new Set<string>();

  override count(endpoint: string, caller: string, limit: RateLimit): void {
    const first = !this.#seen.has(`${endpoint} ${caller}`);
    this.#seen.add(`${endpoint} ${caller}`);
    for (let before = 1; first && before < limit.most; before += 1) super.count(endpoint, caller, limit);
    super.count(endpoint, caller, limit);
  }
}

describe('a caller over the limit of an endpoint', () => {
  test('is told by every endpoint how long to wait, and may come again after it', async () => {
    const house = await openHouse({ plan: null, limits: (clock) => new OneCallLeft(clock) });
    const visitor = house.visitor();
    for (const [name, endpoint] of endpoints) {
      expect((await visitor.call(name, callOf(endpoint))).status, name).not.toBe(429);
      await expectToWait(house, visitor, name);
    }
  });

  test('is counted with every call', async () => {
    const house = await openHouse({ plan: null });
    const visitor = house.visitor();
    for (let sent = 0; sent < contract.describeApi.limit.most; sent += 1)
      expect((await visitor.call('describeApi')).status).toBe(200);
    await expectToWait(house, visitor, 'describeApi');
  });
});

async function expectToWait(house: TestHouse, visitor: Visitor, name: EndpointName): Promise<void> {
  const endpoint: Endpoint = contract[name];
  const over = await visitor.call(name, callOf(endpoint));

  expect(over.problem, name).toMatchObject({ status: 429, code: 'too-many' });
  const wait = Number(over.headers.get('retry-after'));
  expect(over.problem.retryAfter, name).toBe(wait);
  expect(wait, name).toBeGreaterThan(0);
  expect(wait, name).toBeLessThanOrEqual(endpoint.limit.seconds);
  house.clock.skip(wait * 1000);
  expect((await visitor.call(name, callOf(endpoint))).status, name).not.toBe(429);
}
