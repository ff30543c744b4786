import { describe, expect, it } from 'vitest';
import { NO_TRIES, countTry, pinFault, waitAfter, type Tries } from '../../authenticator/store/pin-rules';
import { FEWEST_ROUNDS, measuredRounds, roundsFor } from '../../authenticator/store/stretch';

describe('a new PIN', () => {
  it.each(['', '12345', '27182x', '1'.repeat(21)])('%j is too short, too long or no number', (pin) => {
    expect(pinFault(pin)).toBe('short');
  });

  it.each(['111111', '123456', '654321', '890123', '121212', '123123', '24121998', '159753', '098765'])(
    '%s is tried first by everybody',
    (pin) => {
      expect(pinFault(pin)).toBe('weak');
    },
  );

  it.each(['271828', '0918273', '19981224123'])('%s is taken', (pin) => {
    expect(pinFault(pin)).toBeNull();
  });
});

describe('wrong PINs', () => {
  const many = (count: number, now: number): Tries => {
    let tries = NO_TRIES;
    for (let at = 0; at < count; at++) tries = countTry({ ...tries, nextAt: 0 }, now).tries;
    return tries;
  };

  it('cost nothing four times, then 30 seconds, doubling to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 100].map((wrong) => waitAfter(wrong) / 1000)).toEqual([
      0, 0, 30, 60, 120, 240, 480, 900, 900,
    ]);
  });

  it('are not tried while one waits, and waiting costs no try', () => {
    const tries = many(5, 1_000);
    expect(tries).toEqual({ wrong: 5, nextAt: 31_000 });
    expect(countTry(tries, 11_000)).toEqual({ tries, wait: 20_000 });
    expect(countTry(tries, 31_000)).toEqual({ tries: { wrong: 6, nextAt: 91_000 }, wait: 0 });
  });

  it('wait anew, once, when the clock was set back', () => {
    const { tries, wait } = countTry({ wrong: 5, nextAt: 1e12 }, 1_000);
    expect({ tries, wait }).toEqual({ tries: { wrong: 5, nextAt: 31_000 }, wait: 30_000 });
    expect(countTry(tries, 31_000).wait).toBe(0);
  });
});

describe('rounds of PBKDF2', () => {
  it('take about 0.7 s on this device, between a floor and a ceiling', () => {
    expect(roundsFor(35)).toBe(2_000_000);
    expect(roundsFor(100)).toBe(700_000);
    expect(roundsFor(5_000)).toBe(FEWEST_ROUNDS);
    expect(roundsFor(0)).toBe(6_000_000);
  });

  it('are measured by a real run', async () => {
    const times = [1_000, 1_070];
    expect(await measuredRounds(() => times.shift()!)).toBe(1_000_000);
  });
});
