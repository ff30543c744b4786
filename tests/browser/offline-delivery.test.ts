import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refreshBundle } from '../../offline/delivery/bundle';
import { askHowFar } from '../../offline/delivery/progress';
import { listOwnRecords, readRecordProgress, summariseOutbox } from '../../offline/outbox/records';
import { changeRows, countUnsent, listOutbox } from '../../offline/outbox/store';
import { useVault } from '../../offline/vault/connection';
import { enrolDeviceHere } from '../../client/unlock/enrol-device';
import type { Unlocked } from '../../client/unlock/unlocked';
import { parseEnvelope } from '../../protocol/envelope/format';
import { parseRequest } from '../../protocol/envelope/request';
import { RECEIPTS_TYPE } from '../../protocol/intake';
import { callsOf, School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, flush, send, toolsOf } from '../offline/tablet';

let school: School;
let jo: Unlocked;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
});

const many = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let sent = 0; sent < count; sent += 1) ids.push(await send(jo, `Concern ${String(sent)}`));
  return ids;
};
const idsIn = async (request: Request): Promise<string[]> =>
  parseRequest(new Uint8Array(await request.arrayBuffer())).envelopes.map(
    (bytes) => parseEnvelope(bytes).header.envelopeId,
  );

describe('a tablet that comes back to Wi-Fi', () => {
  it('sends nothing when nothing waits', async () => {
    expect(await flush(school, 'all')).toMatchObject({ requests: 0, unsent: 0 });
    expect(school.deliveries).toHaveLength(0);
  });

  it(
    'sends a thousand concerns of 1,024 characters in three requests, one more in one, then nothing',
    { timeout: 240_000 },
    async () => {
      for (let sent = 0; sent < 1_000; sent += 50) {
        await Promise.all(
          Array.from({ length: 50 }, (_none, at) => send(jo, `${String(sent + at)} `.padEnd(1_024, 'x'))),
        );
      }
      const report = await flush(school);
      expect(report).toMatchObject({ received: 1_000, unsent: 0 });
      expect(report.requests).toBeLessThanOrEqual(3);
      expect(school.deliveries.every(({ bodyBytes }) => bodyBytes <= 900_000)).toBe(true);
      const each = school.deliveries.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0) / 1_000;
      expect(each).toBeLessThanOrEqual(2_100);
      await send(jo, 'x'.repeat(1_024));
      expect(await flush(school)).toMatchObject({ requests: 1, received: 1 });
      expect(await flush(school)).toMatchObject({ requests: 0 });
    },
  );

  it('sends the oldest first, also what was written while it was sending', async () => {
    const first = await many(2);
    let late = '';
    school.gate = async (_request, through) => {
      late ||= await send(jo, 'Written meanwhile');
      return through();
    };
    await flush(school);
    expect(school.deliveries.map(({ envelopeIds }) => envelopeIds)).toEqual([first, [late]]);
  });

  it('lets the others through when one item is always refused, and keeps that one with its reason', async () => {
    const ids = await many(7);
    const bad = ids[0]!;
    school.gate = async (request) =>
      (await idsIn(request)).includes(bad) ? new Response(null, { status: 422 }) : null;
    expect(await flush(school)).toMatchObject({ received: 6, unsent: 1 });
    expect(await summariseOutbox()).toMatchObject({ unsent: 1, needsYou: 1, signIn: 0 });
    expect([...school.held.keys()].sort()).toEqual(ids.slice(1).sort());
  });

  it('lets the others through when the school’s own code breaks on one item', async () => {
    const ids = await many(5);
    const bad = ids[0]!;
    school.gate = async (request) =>
      (await idsIn(request)).includes(bad) ? new Response(null, { status: 500 }) : null;
    for (let tries = 0; tries < 4; tries += 1) await flush(school);
    expect(school.held.size).toBe(4);
    expect(await countUnsent()).toBe(1);
  });

  it('lets the others through when the school stops reading at a damaged item', async () => {
    const ids = await many(6);
    const bad = ids[2]!;
    school.gate = async (request) => {
      const { envelopes } = parseRequest(new Uint8Array(await request.arrayBuffer()));
      const at = envelopes.findIndex((bytes) => parseEnvelope(bytes).header.envelopeId === bad);
      const read = at === -1 ? envelopes : envelopes.slice(0, at);
      return school.reply(await Promise.all(read.map((bytes) => school.receive(bytes))));
    };
    await flush(school);
    expect(school.held.size).toBe(5);
    expect(await countUnsent()).toBe(1);
  });

  it('does not ask for every row alone when everything is refused here', async () => {
    await many(32);
    let requests = 0;
    school.gate = () => {
      requests += 1;
      return new Response(null, { status: 403 });
    };
    await flush(school);
    expect(requests).toBeLessThan(20);
    expect(await countUnsent()).toBe(32);
    school.gate = null;
    await flush(school, 'all');
    expect(await countUnsent()).toBe(0);
  });

  it('is drained by three tabs and the worker at once without sending anything twice', async () => {
    await many(4);
    await Promise.all([flush(school), flush(school), flush(school), flush(school)]);
    await flush(school);
    const sent = school.deliveries.flatMap(({ envelopeIds }) => envelopeIds);
    expect(sent).toHaveLength(4);
    expect(await countUnsent()).toBe(0);
  });

  it('leaves to another flusher what that one has claimed, until its lease is over', async () => {
    const [id] = await many(1);
    const now = Date.now();
    await changeRows([id!], (row) => ({ ...row, leaseUntil: now + 59_000 }));
    expect((await flush(school, 'all', () => now)).requests).toBe(0);
    expect((await flush(school, 'due', () => now + 59_001)).received).toBe(1);
  });

  it('sends what a clock two years fast has put off, once the clock is right', async () => {
    const [id] = await many(1);
    const fast = Date.now() + 2 * 365 * 86_400_000;
    await changeRows([id!], (row) => ({ ...row, leaseUntil: fast + 60_000, nextTryAt: fast + 300_000 }));
    expect(await flush(school)).toMatchObject({ received: 1 });
  });

  it('delivers old rows under its new key after it was enrolled anew', async () => {
    const [id] = await many(1);
    school.refuse.set(id!, 'unknown-device');
    await flush(school);
    expect(await summariseOutbox()).toMatchObject({ signIn: 1 });
    school.refuse.clear();
    await enrolDeviceHere(
      callsOf(school),
      { name: 'Playground tablet 2', shared: true },
      { fetch: school.fetch },
    );
    expect(await flush(school)).toMatchObject({ received: 1 });
  });
});

describe('what the school has received', () => {
  it('lies here until its backup holds it, and then only its receipt does', async () => {
    const [id] = await many(1);
    await flush(school);
    const tools = toolsOf(school);
    await refreshBundle(tools);
    expect(await listOutbox()).toHaveLength(1);
    school.changes = { backedUpThrough: new Date(school.clock + 1).toISOString() };
    await refreshBundle(tools);
    expect(await listOutbox()).toHaveLength(0);
    expect(await useVault((vault) => vault.count('envelopes'))).toBe(0);
    expect(await readRecordProgress(id!)).toMatchObject({ reference: 'REF0', state: 'received' });
  });

  it('lies here for seven days at most', async () => {
    await many(1);
    await flush(school);
    await refreshBundle(toolsOf(school, () => Date.now() + 7 * 86_400_000 + 1));
    expect(await listOutbox()).toHaveLength(0);
  });

  it('is offered again when the school was restored from a backup, and shows no step until then', async () => {
    const [id] = await many(1);
    await flush(school);
    school.held.clear();
    school.changes = { storeEpoch: 'store-2' };
    await refreshBundle(toolsOf(school));
    expect(await readRecordProgress(id!)).toMatchObject({ state: 'waiting', reference: null });
    expect(await flush(school)).toMatchObject({ received: 1 });
    await refreshBundle(toolsOf(school));
    expect(await countUnsent()).toBe(0);
  });

  it('shows its steps to its author, without content, and is not asked after once it is closed', async () => {
    const [id] = await many(1);
    await flush(school);
    const steps = [
      { step: 'received' as const, at: '2026-11-23T12:51:00.000Z' },
      { step: 'alerted' as const, at: '2026-11-23T12:51:01.000Z', count: 2 },
      { step: 'closed' as const, at: '2026-11-24T09:00:00.000Z' },
    ];
    school.progress = [{ envelopeId: id!, reference: 'REF0', steps }];
    expect(await askHowFar(toolsOf(school))).toBe(true);
    expect((await listOwnRecords(jo.unlockKey))[0]).toMatchObject({ envelopeId: id, steps });
    expect(await askHowFar(toolsOf(school))).toBe(false);
    expect(school.asked).toEqual([id]);
  });

  it('is kept as one reply for all of its receipts', async () => {
    await many(3);
    await flush(school);
    expect(await useVault((vault) => vault.count('replies'))).toBe(1);
    expect(await useVault((vault) => vault.count('receipts'))).toBe(3);
  });
});

describe('a bundle', () => {
  it('that the pinned identity did not sign changes nothing here', async () => {
    const other = await School.open();
    school.gate = (request) => (request.url.endsWith('/api/bundle') ? bundleOf(other) : null);
    expect(await refreshBundle(toolsOf(school))).toBeNull();
    school.gate = null;
    expect((await refreshBundle(toolsOf(school)))?.schoolId).toBe(school.id);
  });

  it('of an older epoch is refused, unless the school was restored', async () => {
    school.changes = { epoch: 5 };
    expect((await refreshBundle(toolsOf(school)))?.epoch).toBe(5);
    school.changes = { epoch: 4 };
    expect(await refreshBundle(toolsOf(school))).toBeNull();
    school.changes = { epoch: 1, storeEpoch: 'store-9' };
    expect((await refreshBundle(toolsOf(school)))?.epoch).toBe(1);
  });
});

async function bundleOf(other: School): Promise<Response> {
  return new Response(await other.bundle(), { headers: { 'content-type': RECEIPTS_TYPE } });
}
