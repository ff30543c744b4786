import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterNoAnswer,
  afterReceipt,
  afterRefusal,
  backOff,
  HOLD_MS,
  isDue,
  LEASE_MS,
  leased,
  leaseEnd,
  MAX_WAIT_MS,
  mayForget,
  mustOfferAgain,
  newStanding,
  offeredAgain,
  sendingOrder,
  type OutboxStanding,
} from '../../offline/outbox/policy';
import { cutIntoRequests, halves } from '../../offline/delivery/batches';
import { REFUSAL_CODES } from '../../protocol/receipts';

const RECEIPT = { serverTime: '2026-11-23T12:51:00.000Z', storeEpoch: 'store-1' };

/** What can happen to a row, at whatever time the tablet believes it is. */
type Event =
  | { what: 'lease' | 'receipt' | 'restored'; now: number }
  | { what: 'silence'; now: number; waitMs: number; asked: boolean }
  | { what: 'refused'; now: number; code: (typeof REFUSAL_CODES)[number] };

const clock = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ what: fc.constantFrom('lease' as const, 'receipt' as const, 'restored' as const), now: clock }),
  fc.record({
    what: fc.constant('silence' as const),
    now: clock,
    waitMs: fc.integer({ min: 0, max: 10 ** 9 }),
    asked: fc.boolean(),
  }),
  fc.record({ what: fc.constant('refused' as const), now: clock, code: fc.constantFrom(...REFUSAL_CODES) }),
);

function happen(row: OutboxStanding, event: Event): OutboxStanding {
  switch (event.what) {
    case 'lease':
      return leased(row, event.now);
    case 'silence':
      return row.state === 'received' ? row : afterNoAnswer(row, event.now, event.waitMs, event.asked);
    case 'refused':
      return afterRefusal(row, event.now, event.code);
    case 'receipt':
      return afterReceipt(row, event.now, RECEIPT);
    case 'restored':
      return mustOfferAgain(row, 'store-2') ? offeredAgain(row) : row;
  }
}

const history = fc.array(event, { maxLength: 30 });
const after = (events: Event[]): OutboxStanding => events.reduce(happen, newStanding());

describe('a row of the outbox, whatever happens and whatever the clock says', () => {
  it('is received exactly when the last that the school said of it was a receipt', () => {
    fc.assert(
      fc.property(history, (events) => {
        const telling = events.filter(({ what }) => what === 'receipt' || what === 'restored').at(-1);
        expect(after(events).state === 'received').toBe(telling?.what === 'receipt');
      }),
    );
  });

  it('is never stranded: until it is received it is due within the longest of its own waits', () => {
    fc.assert(
      fc.property(history, clock, (events, now) => {
        const row = after(events);
        // Two waits, the lease and the next try, each no longer than its own maximum, whenever they were written: in a
        // window longer than both there is a moment that neither covers, and it comes at once or as one of them ends.
        const longest = LEASE_MS + (row.state === 'held' ? HOLD_MS : MAX_WAIT_MS);
        const moments = [now, row.leaseUntil, row.nextTryAt].filter((at) => at >= now && at <= now + longest);
        expect(row.state === 'received' || moments.some((at) => isDue(row, at, 'due'))).toBe(true);
      }),
    );
  });

  it('is never forgotten before the school’s backup holds it, nor without a receipt', () => {
    fc.assert(
      fc.property(history, clock, (events, now) => {
        const row = after(events);
        const early = '2026-11-23T12:50:59.999Z';
        if (row.state !== 'received') expect(mayForget(row, now, '2100-01-01T00:00:00.000Z')).toBe(false);
        else expect(mayForget(row, row.receivedAt, early)).toBe(false);
      }),
    );
  });

  it('is not sent by two flushers while one of them holds its lease', () => {
    fc.assert(
      fc.property(history, clock, fc.integer({ min: 0, max: LEASE_MS - 1 }), (events, now, later) => {
        expect(isDue(leased(after(events), now), now + later, 'all')).toBe(false);
      }),
    );
  });

  it('says when its lease ends exactly while one keeps it from being sent, and is free at that moment', () => {
    fc.assert(
      fc.property(history, clock, (events, now) => {
        const row = after(events);
        const end = leaseEnd(row, now);
        // A wait that the school asked for may keep it back as well: of that the lease says nothing.
        const free = { ...row, leaseUntil: 0 };
        if (end !== null) {
          expect(end - now).toBeLessThanOrEqual(LEASE_MS);
          expect(isDue(row, now, 'all')).toBe(false);
          expect(isDue(row, end, 'all')).toBe(isDue(free, end, 'all'));
        } else expect(isDue(row, now, 'all')).toBe(isDue(free, now, 'all'));
      }),
    );
  });

  it('keeps its code and its place while it is held, and is offered at each start and each hour', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...REFUSAL_CODES), clock, (events, code, now) => {
        const row = after(events);
        fc.pre(row.state !== 'received');
        const held = afterRefusal(row, now, code);
        expect(held).toMatchObject({ state: 'held', code });
        expect(isDue(held, now + 1, 'due')).toBe(false);
        expect(isDue(held, now + 1, 'all')).toBe(true);
        expect(isDue(held, now + HOLD_MS, 'due')).toBe(true);
      }),
    );
  });
});

describe('the wait between two tries', () => {
  it('is cut short by “Try now”, but never one that the school asked for', () => {
    fc.assert(
      fc.property(history, clock, fc.integer({ min: 1, max: MAX_WAIT_MS }), (events, now, waitMs) => {
        const row = after(events);
        fc.pre(row.state !== 'received' && row.state !== 'held');
        const own = afterNoAnswer(row, now, waitMs, false);
        const asked = afterNoAnswer(row, now, waitMs, true);
        expect([isDue(own, now, 'due'), isDue(own, now, 'all')]).toEqual([false, true]);
        expect([isDue(asked, now, 'due'), isDue(asked, now, 'all')]).toEqual([false, false]);
      }),
    );
  });

  it('doubles up to its maximum with full jitter and is never nothing', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const wait = backOff(attempt, random, 45_000);
        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(45_000);
      }),
    );
    expect([0, 1, 2, 3, 4, 5].map((attempt) => backOff(attempt, 1, 45_000))).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 45_000,
    ]);
  });
});

describe('rows on their way into requests', () => {
  const rows = fc.array(fc.integer({ min: 1, max: 1_200_000 }).map((byteLength) => ({ byteLength })));

  it('fill requests of at most 900 kB, in their order, each row once; only a larger one goes alone', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const requests = cutIntoRequests(all);
        expect(requests.flat()).toEqual(all);
        for (const request of requests) {
          const bytes = request.reduce((sum, { byteLength }) => sum + 4 + byteLength, 0);
          expect(bytes <= 900_000 || request.length === 1).toBe(true);
        }
      }),
    );
  });

  it('are halved until each is alone, and none is lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), (all) => {
        const parts = halves(all);
        expect(parts).toHaveLength(2);
        expect(parts.flat()).toEqual(all);
      }),
    );
  });

  it('stand oldest first, those tried in vain behind', () => {
    const row = (envelopeId: string, createdAt: number, attempt: number) => ({
      ...newStanding(),
      envelopeId,
      createdAt,
      attempt,
    });
    const sorted = [row('c', 3, 0), row('bad', 1, 3), row('b', 2, 2), row('a', 2, 0)].sort(sendingOrder);
    expect(sorted.map(({ envelopeId }) => envelopeId)).toEqual(['a', 'b', 'c', 'bad']);
  });
});
