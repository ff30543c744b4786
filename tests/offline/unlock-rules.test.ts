import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AutoLock, type LockClock } from '../../client/unlock/auto-lock';
import { checkNewPin } from '../../client/unlock/pin';
import { beginTry, NO_TRIES, waitAfter } from '../../client/unlock/pin-tries';
import { derivationFor } from '../../client/unlock/stretch';

describe('a new PIN', () => {
  it.each(['', '12345', '48291', 'abcdef', '48 291', '48291a', '1'.repeat(33)])(
    '%j is too short, or no number',
    (pin) => {
      expect(checkNewPin(pin)).toBe('short');
    },
  );

  it.each([
    '000000',
    '111111',
    '123456',
    '654321',
    '345678',
    '890123',
    '121212',
    '123123',
    '12121212',
    '159753',
    '24122014',
  ])('%s is too easy to guess', (pin) => {
    expect(checkNewPin(pin)).toBe('weak');
  });

  it.each(['482915', '907341', '1000003', '314159265'])('%s may be used', (pin) => {
    expect(checkNewPin(pin)).toBeNull();
  });
});

describe('wrong PINs', () => {
  it('cost nothing four times, then 30 seconds doubling to 15 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40].map((count) => waitAfter(count) / 1_000)).toEqual([
      0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900,
    ]);
  });

  it('never lock anybody out for longer than that, whatever is done to the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 * 10 ** 12 }), { minLength: 1 }), (times) => {
        let tries = NO_TRIES;
        for (const now of times) {
          const begun = beginTry(tries, now);
          tries = begun.tries;
          expect(begun.waitMs).toBeLessThanOrEqual(waitAfter(tries.wrongPins));
          expect(tries.nextTryAt - now).toBeLessThanOrEqual(15 * 60_000);
        }
      }),
    );
  });

  it('wait once, not for years, after a clock that was set back', () => {
    const blocked = { wrongPins: 5, nextTryAt: 10 ** 12 };
    const begun = beginTry(blocked, 1_000);
    expect(begun.waitMs).toBe(30_000);
    expect(beginTry(begun.tries, 31_000).waitMs).toBe(0);
  });
});

describe('the cost of a PIN', () => {
  it('is aimed at a second, and never under the floor', () => {
    expect(derivationFor(65_536, 333)).toEqual({ name: 'argon2id', memoryKiB: 65_536, passes: 8, lanes: 1 });
    expect(derivationFor(65_536, 1_000)).toMatchObject({ memoryKiB: 65_536, passes: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(65_536, 32_768, 19_456),
        fc.integer({ min: 0, max: 10 ** 6 }),
        (memoryKiB, ms) => {
          const derivation = derivationFor(memoryKiB, ms);
          if (derivation.name !== 'argon2id') throw new Error('another derivation');
          expect(derivation.memoryKiB).toBeGreaterThanOrEqual(19_456);
          expect(derivation.passes).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });
});

/** A clock that a test moves; timers run when their time has come, unless the page is frozen. */
class HandClock implements LockClock {
  at = 0;
  frozen = false;
  #timers = new Map<number, { run: () => void; at: number }>();
  #next = 1;

  now = (): number => this.at;
  setTimer = (run: () => void, ms: number): number => {
    this.#timers.set(this.#next, { run, at: this.at + ms });
    return this.#next++;
  };
  clearTimer = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  pass(ms: number): void {
    const end = this.at + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due || this.frozen) break;
      this.#timers.delete(due[0]);
      this.at = Math.max(this.at, due[1].at);
      due[1].run();
    }
    this.at = end;
  }
}

describe('a tablet that is left alone', () => {
  const started = () => {
    const clock = new HandClock();
    const heard: string[] = [];
    const lock = new AutoLock(
      {
        warn: (seconds) => heard.push(String(seconds)),
        calm: () => heard.push('calm'),
        lock: () => heard.push('lock'),
      },
      undefined,
      clock,
    );
    return { clock, heard, lock };
  };

  it('warns for 20 seconds and locks after two minutes', () => {
    const { clock, heard } = started();
    clock.pass(99_999);
    expect(heard).toEqual([]);
    clock.pass(1);
    expect(heard).toEqual(['20']);
    clock.pass(19_999);
    expect(heard).toEqual(Array.from({ length: 20 }, (_none, at) => String(20 - at)));
    clock.pass(1);
    expect(heard.at(-1)).toBe('lock');
    clock.pass(600_000);
    expect(heard.filter((word) => word === 'lock')).toHaveLength(1);
  });

  it('stays open while somebody is at it, and takes the warning back', () => {
    const { clock, heard, lock } = started();
    for (let keys = 0; keys < 10; keys += 1) {
      clock.pass(90_000);
      lock.active();
    }
    expect(heard).toEqual([]);
    clock.pass(101_000);
    lock.active();
    expect(heard.slice(-1)).toEqual(['calm']);
    clock.pass(99_000);
    expect(heard).not.toContain('lock');
  });

  it('locks after ten seconds in the background, also when its timers were stopped there', () => {
    const away = started();
    away.lock.hidden();
    away.clock.pass(9_999);
    away.lock.visible();
    expect(away.heard).toEqual([]);
    away.lock.hidden();
    away.clock.pass(10_000);
    expect(away.heard).toEqual(['lock']);

    const asleep = started();
    asleep.lock.hidden();
    asleep.clock.frozen = true;
    asleep.clock.pass(3_600_000);
    expect(asleep.heard).toEqual([]);
    asleep.lock.visible();
    expect(asleep.heard).toEqual(['lock']);
  });

  it('comes back from its cover by a tap for 30 seconds, then it is locked; keys under it do not count', () => {
    const { clock, heard, lock } = started();
    lock.cover();
    clock.pass(29_999);
    expect(lock.uncover()).toBe(true);
    lock.cover();
    clock.pass(20_000);
    lock.active();
    clock.pass(10_000);
    expect(heard).toEqual(['lock']);
    expect(lock.uncover()).toBe(false);
  });
});
