import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteReached, noteUnreached } from '../../client/contexts/connectivity';
import { lookAgain } from '../../client/shell/look-again';

let asked = 0;
let reachable = false;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked = 0;
  reachable = false;
  noteReached();
  stop = lookAgain(async () => {
    asked += 1;
    await Promise.resolve();
    if (reachable) noteReached();
    else noteUnreached();
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('a page that could not reach the school asks again, less and less often, until it is answered', async () => {
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(0);
  noteUnreached();
  await vi.advanceTimersByTimeAsync(62_000);
  // After 2, 6, 14, 30 and 62 seconds.
  expect(asked).toBe(5);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(15);
  reachable = true;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(16);
});

it('it begins anew with the next break, and one question runs at a time', async () => {
  noteUnreached();
  dispatchEvent(new Event('online'));
  noteUnreached();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked).toBe(2);
});

it('a page without any network waits for the browser to say that there is one', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  noteUnreached();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toBe(0);
  vi.restoreAllMocks();
});
