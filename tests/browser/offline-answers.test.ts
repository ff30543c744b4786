import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listOutbox } from '../../offline/outbox/store';
import { readRecordProgress } from '../../offline/outbox/records';
import { toBase64url } from '../../protocol/bytes';
import { parseEnvelope } from '../../protocol/envelope/format';
import { parseRequest } from '../../protocol/envelope/request';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import { REFUSAL_CODES } from '../../protocol/receipts';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School, type Gate } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush, send } from '../offline/tablet';

let school: School;
let jo: Unlocked;
let envelopeId: string;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
  envelopeId = await send(jo, 'He said he had not eaten since yesterday.');
});

const standing = async () => {
  const [row] = await listOutbox();
  return row!;
};
const html = (status: number) => () =>
  new Response('<html>Welcome to School Wi-Fi</html>', { status, headers: { 'content-type': 'text/html' } });
const plain =
  (status: number, headers: HeadersInit = {}) =>
  () =>
    new Response(null, { status, headers });

describe('a concern that waits on the tablet', () => {
  it('is received once the school’s signed receipt names its id and its digest', async () => {
    const report = await flush(school);
    expect(report).toMatchObject({ requests: 1, received: 1, unsent: 0, unanswered: false });
    expect((await standing()).state).toBe('received');
    expect(await readRecordProgress(envelopeId)).toMatchObject({ reference: 'REF0', state: 'received' });
    expect(school.deliveries[0]).toMatchObject({ envelopeIds: [envelopeId], credentials: 'omit' });
  });

  it.each(REFUSAL_CODES)(
    'is held, and kept, when the school signs that it is refused as %s',
    async (code) => {
      school.refuse.set(envelopeId, code);
      await flush(school);
      expect(await standing()).toMatchObject({ state: 'held', code });
      expect((await flush(school)).requests).toBe(0);
      school.refuse.clear();
      expect(await flush(school, 'all')).toMatchObject({ received: 1 });
    },
  );

  it.each([400, 401, 403, 404, 409, 413, 422, 426])(
    'needs its author after an unsigned %i to it alone, and is tried at the next start',
    async (status) => {
      school.gate = plain(status);
      await flush(school);
      expect(await standing()).toMatchObject({ state: 'held', code: 'refused' });
      school.gate = null;
      expect(await flush(school, 'all')).toMatchObject({ received: 1 });
    },
  );

  const silences: [string, Gate][] = [
    ['408', plain(408)],
    ['425', plain(425)],
    ['429', plain(429)],
    ['500', plain(500)],
    ['502', plain(502)],
    ['503', plain(503)],
    ['507', plain(507)],
    ['204', plain(204)],
    ['a cut connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a redirect', () => Response.redirect('https://portal.example/')],
    ['a portal’s page with 200', html(200)],
    ['a filter’s page with 403', html(403)],
    ['an empty 200', plain(200)],
    ['JSON that is no receipt', () => Response.json({ receipts: [{ envelopeId }] })],
    ['receipts with bytes changed', tampered],
    ['receipts signed by another school', signedElsewhere],
    ['receipts under a wrong content type', renamed],
    ['a reply that does not name it', () => school.reply([])],
    ['a receipt for other bytes of its id', otherDigest],
  ];

  it.each(silences)('stays, and goes later, after %s', async (_name, gate) => {
    school.gate = gate;
    await flush(school);
    expect(await standing()).toMatchObject({ state: 'waiting', code: null, attempt: 1, leaseUntil: 0 });
    expect(await readRecordProgress(envelopeId)).toMatchObject({
      reference: null,
      receivedAt: null,
      steps: [],
    });
    school.gate = null;
    const later = Date.now() + 6 * 60_000;
    expect(await flush(school, 'due', () => later)).toMatchObject({ received: 1, unsent: 0 });
  });

  it('keeps the same receipt when the answer was lost on its way and it went twice', async () => {
    school.gate = async (_request, through) => {
      await through();
      throw new TypeError('Failed to fetch');
    };
    await flush(school);
    school.gate = null;
    await flush(school);
    expect(school.held.size).toBe(1);
    expect(school.deliveries).toHaveLength(2);
    expect(await readRecordProgress(envelopeId)).toMatchObject({ reference: 'REF0' });
  });

  it('waits as long as the school asks for, whatever else happens, and five minutes at most', async () => {
    school.gate = plain(503, { 'retry-after': '120' });
    const start = Date.now();
    expect(await flush(school, 'due', () => start)).toMatchObject({
      unanswered: true,
      retryAfterMs: 120_000,
    });
    expect((await flush(school, 'all', () => start + 119_000)).requests).toBe(0);
    school.gate = plain(503, { 'retry-after': '86400' });
    expect((await flush(school, 'due', () => start + 121_000)).requests).toBe(1);
    school.gate = null;
    expect(await flush(school, 'due', () => start + 121_000 + 300_001)).toMatchObject({ received: 1 });
  });

  it('is proved by a newer receipt key once the tablet has fetched the newer bundle', async () => {
    const moved = await School.open();
    const receiptPublicKey = await receiptKeyOf(moved);
    school.gate = async (request, through) => {
      if (new URL(request.url).pathname === '/api/bundle') {
        school.changes = { epoch: 2, receiptPublicKey };
        return through();
      }
      const { envelopes } = parseRequest(new Uint8Array(await request.arrayBuffer()));
      return moved.reply(await Promise.all(envelopes.map((bytes) => moved.receive(bytes))));
    };
    expect(await flush(school)).toMatchObject({ received: 1, requests: 2 });
  });
});

async function receiptKeyOf(of: School): Promise<string> {
  const bundle = JSON.parse(new TextDecoder().decode(await of.bundle())) as { receiptPublicKey: string };
  return bundle.receiptPublicKey;
}

async function tampered(_request: Request, through: () => Promise<Response>): Promise<Response> {
  const text = await (await through()).text();
  return new Response(text.replace('REF0', 'REF9'), { headers: { 'content-type': RECEIPTS_TYPE } });
}

async function signedElsewhere(request: Request): Promise<Response> {
  const { envelopes } = parseRequest(new Uint8Array(await request.arrayBuffer()));
  const elsewhere = await School.open();
  return elsewhere.reply(await Promise.all(envelopes.map((bytes) => elsewhere.receive(bytes))));
}

async function renamed(_request: Request, through: () => Promise<Response>): Promise<Response> {
  return new Response(await (await through()).arrayBuffer(), {
    headers: { 'content-type': 'application/json' },
  });
}

async function otherDigest(request: Request): Promise<Response> {
  const { envelopes } = parseRequest(new Uint8Array(await request.arrayBuffer()));
  const id = parseEnvelope(envelopes[0]!).header.envelopeId;
  const sha256 = toBase64url(new Uint8Array(32));
  return school.reply([{ envelopeId: id, sha256, reference: 'X', serverTime: '2026-11-23T12:51:00.000Z' }]);
}
