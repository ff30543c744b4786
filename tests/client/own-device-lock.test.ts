import { expect, test } from 'vitest';
import { AutoLock, SHARED_DEVICE } from '../../client/unlock/auto-lock';

test('a phone that one person holds is never locked for being idle, and never wakes in a loop for it', () => {
  const asked: number[] = [];
  let locked = 0;
  const lock = new AutoLock(
    { warn: () => undefined, calm: () => undefined, lock: () => (locked += 1) },
    { ...SHARED_DEVICE, idleMs: Infinity, backgroundMs: Infinity },
    { now: () => 10 ** 12, setTimer: (_run, ms) => asked.push(ms), clearTimer: () => undefined },
  );
  lock.active();
  lock.hidden();
  lock.visible();
  expect(asked.length).toBeGreaterThan(0);
  // setTimeout takes 32 bits; more than that, or Infinity, would run at once.
  expect(asked.every((ms) => ms >= 1_000 && ms < 2 ** 31)).toBe(true);
  expect(locked).toBe(0);
});
