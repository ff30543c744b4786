import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../offline/outbox/policy';
import { changeRows } from '../../offline/outbox/store';
import { deliverOrThrow } from '../../sw/deliver';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, send } from '../offline/tablet';

let jo: Unlocked;

beforeAll(async () => {
  const school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(emptyOutbox);

describe('the browser’s sync event, which comes again only when it fails', () => {
  it('fails when the page was closed in the middle of its delivery, and its claim still stands', async () => {
    const id = await send(jo, 'closed with the request on its way');
    await changeRows([id], (row) => ({ ...row, leaseUntil: Date.now() + LEASE_MS }));
    await expect(deliverOrThrow()).rejects.toThrow();
  });

  it('fails while a page is at it, which may be closed before the answer', async () => {
    await send(jo, 'a page holds the lock');
    await navigator.locks.request('heed-outbox', async () => {
      await expect(deliverOrThrow()).rejects.toThrow();
    });
  });

  it('is done when nothing waits, or only what needs a person', async () => {
    await deliverOrThrow();
    const id = await send(jo, 'refused');
    await changeRows([id], (row) => ({ ...row, state: 'held', nextTryAt: Date.now() + 60_000 }));
    await deliverOrThrow();
  });
});
