import { describe, expect, it } from 'vitest';
import { Idle, LIMITS } from '../../authenticator/idle';
import { secondsAhead } from '../../authenticator/server-clock';
import { codes } from '../../authenticator/strings/words';

describe('a phone that is left alone', () => {
  it('closes the accounts two minutes after the last touch', () => {
    const idle = new Idle(0);
    idle.touched(50_000);
    expect(idle.isOver(50_000 + LIMITS.untouched - 1)).toBe(false);
    expect(idle.isOver(50_000 + LIMITS.untouched)).toBe(true);
  });

  it('closes them after a minute in the background, counted from when it went there', () => {
    const idle = new Idle(0);
    idle.shown(false, 10_000);
    idle.touched(60_000);
    idle.shown(false, 60_000);
    expect(idle.isOver(10_000 + LIMITS.hidden - 1)).toBe(false);
    expect(idle.isOver(10_000 + LIMITS.hidden)).toBe(true);
    idle.shown(true, 69_000);
    expect(idle.isOver(10_000 + LIMITS.hidden)).toBe(false);
  });

  it('closes them when the clock was set back, and not when it was put right a little', () => {
    expect(new Idle(1_000_000).isOver(994_999)).toBe(true);
    expect(new Idle(1_000_000).isOver(999_000)).toBe(false);
  });
});

describe('the clock', () => {
  const date = 'Tue, 24 Nov 2026 12:00:00 GMT';
  const server = Date.parse(date);

  it('is right within the second that the header names', () => {
    expect(secondsAhead({ sent: server, received: server + 200, date })).toBe(0);
    expect(secondsAhead({ sent: server + 900, received: server + 999, date })).toBe(0);
  });

  it('is so many seconds ahead or behind, the way there and back halved', () => {
    expect(secondsAhead({ sent: server + 41_500, received: server + 43_500, date })).toBe(42);
    expect(secondsAhead({ sent: server - 90_000, received: server - 89_000, date })).toBe(-90);
  });

  it('is not judged by a slow answer, one without a date, or one before its question', () => {
    expect(secondsAhead({ sent: server, received: server + 4_001, date })).toBeNull();
    expect(secondsAhead({ sent: server, received: server, date: null })).toBeNull();
    expect(secondsAhead({ sent: server, received: server - 1, date })).toBeNull();
  });

  it('is said in seconds, then minutes, then hours', () => {
    expect([42, 119, 180, 7_199, 7_200].map((seconds) => codes.seconds(seconds))).toEqual([
      '42 seconds',
      '119 seconds',
      '3 minutes',
      '120 minutes',
      '2 hours',
    ]);
  });
});
