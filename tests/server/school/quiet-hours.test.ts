import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfQuiet, type QuietHours } from '../../../protocol/quiet-hours';
import { holdOf } from '../../../server/alerts/waits/hold';
import { nextSummary } from '../../../server/alerts/waits/daily';
import { endOfQuiet } from '../../../server/school/quiet-hours';

const LONDON = 'Europe/London';
const NIGHT: QuietHours = { from: '19:00', to: '07:00', weekends: false };
const AND_WEEKENDS: QuietHours = { ...NIGHT, weekends: true };
const at = (text: string) => Date.parse(text);
const end = (from: string, ...all: QuietHours[]) => {
  const found = endOfQuiet(at(from), all, LONDON);
  return found === null ? null : new Date(found).toISOString();
};

describe('quiet hours', () => {
  test('end in the morning, for what comes in the evening and at night', () => {
    expect(end('2026-11-23T18:59:00Z', NIGHT)).toBe('2026-11-23T18:59:00.000Z');
    expect(end('2026-11-23T19:00:00Z', NIGHT)).toBe('2026-11-24T07:00:00.000Z');
    expect(end('2026-11-24T06:59:00Z', NIGHT)).toBe('2026-11-24T07:00:00.000Z');
    expect(end('2026-11-24T07:00:00Z', NIGHT)).toBe('2026-11-24T07:00:00.000Z');
  });

  test('with weekends go from Friday evening to Monday morning', () => {
    expect(end('2026-11-27T20:15:00Z', AND_WEEKENDS)).toBe('2026-11-30T07:00:00.000Z');
    expect(end('2026-11-28T12:00:00Z', AND_WEEKENDS)).toBe('2026-11-30T07:00:00.000Z');
    expect(end('2026-11-28T12:00:00Z', NIGHT)).toBe('2026-11-28T12:00:00.000Z');
  });

  test('follow the clock on the wall when it is put forward or back', () => {
    expect(end('2026-03-28T20:00:00Z', NIGHT)).toBe('2026-03-29T06:00:00.000Z');
    expect(end('2026-10-24T20:00:00Z', NIGHT)).toBe('2026-10-25T07:00:00.000Z');
  });

  test('of a school and of a person count together', () => {
    const late = { from: '06:30', to: '08:15', weekends: false };
    expect(end('2026-11-23T21:00:00Z', NIGHT, late)).toBe('2026-11-24T08:15:00.000Z');
  });

  test('that together would never end are the school’s alone', () => {
    const days = { from: '07:00', to: '19:00', weekends: true };
    expect(end('2026-11-23T21:00:00Z', NIGHT, days)).toBeNull();
    const times = {
      hours: { dayStarts: '08:30', lunchEnds: '13:15', dayEnds: '15:30' },
      terms: [],
      timeZone: LONDON,
    };
    const rules = { times, quiet: NIGHT, dailyAt: '15:00', daily: new Set<string>() };
    const reasons = [{ code: 'by-hand' } as const];
    expect(holdOf(at('2026-11-23T21:00:00Z'), reasons, days, rules)?.until).toBe('2026-11-24T07:00:00.000Z');
    expect(holdOf(at('2026-11-23T12:00:00Z'), reasons, days, rules)).toBeNull();
  });

  test('have a beginning, an end, and eight hours of the day left', () => {
    expect(faultOfQuiet(NIGHT)).toBeNull();
    expect(faultOfQuiet({ ...NIGHT, from: '07:00' })).toContain('different times');
    expect(faultOfQuiet({ ...NIGHT, from: '14:00' })).toContain('at most 16 hours');
  });

  test('whatever a school sets, never hold anything for longer than from Friday afternoon to Monday evening', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const two = (part: number) => String(part).padStart(2, '0');
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    });
    const hours = fc
      .record({ from: time, to: time, weekends: fc.boolean() })
      .filter((one) => faultOfQuiet(one) === null);
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moment, hours, (from, one) => {
        const until = endOfQuiet(from, [one], LONDON);
        expect(until).not.toBeNull();
        expect(until!).toBeGreaterThanOrEqual(from);
        expect(until! - from).toBeLessThanOrEqual(72 * 3_600_000);
        expect(endOfQuiet(until!, [one], LONDON)).toBe(until);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the daily summary', () => {
  const summary = (from: string, terms: { from: string; to: string }[] = []) => {
    const found = nextSummary(at(from), '15:00', { terms, timeZone: LONDON });
    return found === null ? null : new Date(found).toISOString();
  };

  test('goes on the same school day, on the next one, and on Monday after a weekend', () => {
    expect(summary('2026-11-23T12:43:00Z')).toBe('2026-11-23T15:00:00.000Z');
    expect(summary('2026-11-23T15:00:00Z')).toBe('2026-11-24T15:00:00.000Z');
    expect(summary('2026-11-27T16:00:00Z')).toBe('2026-11-30T15:00:00.000Z');
    expect(summary('2026-06-05T12:00:00Z')).toBe('2026-06-05T14:00:00.000Z');
  });

  test('waits for no holiday: what comes then is told at once', () => {
    const terms = [
      { from: '2026-11-02', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-02-12' },
    ];
    expect(summary('2026-12-18T16:00:00Z', terms)).toBeNull();
    expect(summary('2027-01-03T16:00:00Z', terms)).toBe('2027-01-04T15:00:00.000Z');
    expect(summary('2028-01-03T16:00:00Z', terms)).toBeNull();
  });
});
