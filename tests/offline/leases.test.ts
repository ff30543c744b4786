import { beforeAll, beforeEach, expect, it } from 'vitest';
import { LEASE_MS } from '../../offline/outbox/policy';
import { changeRows } from '../../offline/outbox/store';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from './school';
import { aPersonOn, aTablet, emptyOutbox, flush, send } from './tablet';

const NOW = Date.UTC(2026, 10, 23, 12, 43);
const at = (ms: number) => () => NOW + ms;
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

/** A worker took the row for a request and was killed before it had an answer. */
async function takenByAKilledWorker(envelopeId: string, sinceMs: number): Promise<void> {
  await changeRows([envelopeId], (row) => ({ ...row, leaseUntil: NOW - sinceMs + LEASE_MS }));
}

it('says when the first lease of a killed worker ends, and has the record sent at that moment', async () => {
  await takenByAKilledWorker(await send(jo, 'half sent, later'), 10_000);
  await takenByAKilledWorker(await send(jo, 'half sent, first'), 45_000);
  const report = await flush(school, 'due', at(0));
  expect(report).toMatchObject({ requests: 0, unsent: 2, leasedUntil: NOW + 15_000 });
  expect(await flush(school, 'due', at(14_999))).toMatchObject({ requests: 0, leasedUntil: NOW + 15_000 });
  expect(await flush(school, 'due', at(15_000))).toMatchObject({ received: 1, leasedUntil: NOW + 50_000 });
  expect(await flush(school, 'due', at(50_000))).toMatchObject({ received: 1, unsent: 0, leasedUntil: null });
});

it('knows of no lease when nothing waits, when the school did not answer, and under a corrected clock', async () => {
  expect(await flush(school)).toMatchObject({ leasedUntil: null });
  const id = await send(jo, 'no answer');
  school.gate = () => new Response(null, { status: 503 });
  expect(await flush(school, 'due', at(0))).toMatchObject({ unanswered: true, leasedUntil: null });
  await changeRows([id], (row) => ({ ...row, leaseUntil: NOW + LEASE_MS + 1 }));
  expect(await flush(school, 'due', at(0))).toMatchObject({ requests: 1, leasedUntil: null });
});
