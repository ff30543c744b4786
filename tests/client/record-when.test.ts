import { describe, expect, it, test } from 'vitest';
import { justNow, type WhenAnswer } from '../../client/components/heed-when-field';
import { buildWhen, settleWhen, whenFault } from '../../client/screens/record/when';

/** Monday 23 November 2026, in this place's own time. */
const at = (hours: number, minutes = 0, day = 23): number =>
  new Date(2026, 10, day, hours, minutes).getTime();
const iso = (ms: number): string => new Date(ms).toISOString();
const answer = (part: Partial<WhenAnswer>): WhenAnswer => ({ ...justNow, ...part });

describe('what is refused about the time', () => {
  test.each<[string, WhenAnswer]>([
    ['just now', justNow],
    ['lunch while lunch is on', answer({ kind: 'earlier-today', moment: 'lunch' })],
    ['a time that has been', answer({ kind: 'earlier-today', time: '12:42' })],
    ['this very minute', answer({ kind: 'earlier-today', time: '12:43' })],
    ['yesterday without a time', answer({ kind: 'another-day', date: '2026-11-22' })],
    [
      'yesterday at a time that today has not come to',
      answer({ kind: 'another-day', date: '2026-11-22', time: '23:00' }),
    ],
  ])('not %s', (_said, given) => expect(whenFault(given, at(12, 43))).toBeNull());

  test.each<[string, WhenAnswer, string]>([
    ['today without saying when', answer({ kind: 'earlier-today' }), 'earlier'],
    ['another day without a day', answer({ kind: 'another-day' }), 'date'],
    ['after school, before it is', answer({ kind: 'earlier-today', moment: 'after-school' }), 'future'],
    ['a time still to come', answer({ kind: 'earlier-today', time: '12:44' }), 'future'],
    ['tomorrow', answer({ kind: 'another-day', date: '2026-11-24' }), 'future'],
    ['today, later', answer({ kind: 'another-day', date: '2026-11-23', time: '15:00' }), 'future'],
  ])('%s', (_said, given, fault) => expect(whenFault(given, at(12, 43))).toBe(fault));
});

describe('what the school is told about the time', () => {
  it('is when the writing began, for “just now”, however long the writing took', () =>
    expect(buildWhen(justNow, at(12, 43), at(12, 58))).toEqual({
      kind: 'just-now',
      at: iso(at(12, 43)),
      about: false,
    }));

  it('is the school moment, about', () =>
    expect(buildWhen(answer({ kind: 'earlier-today', moment: 'break' }), at(14), at(14))).toEqual({
      kind: 'earlier-today',
      at: iso(at(10, 30)),
      about: true,
      moment: 'break',
    }));

  it('is never later than Send', () =>
    expect(buildWhen(answer({ kind: 'earlier-today', moment: 'lunch' }), at(11, 50), at(11, 55)).at).toBe(
      iso(at(11, 55)),
    ));

  it('keeps “about” with a typed time', () =>
    expect(buildWhen(answer({ kind: 'earlier-today', time: '09:15', about: true }), at(14), at(14))).toEqual({
      kind: 'earlier-today',
      at: iso(at(9, 15)),
      about: true,
    }));

  it('is about noon of a day without a time', () =>
    expect(buildWhen(answer({ kind: 'another-day', date: '2026-11-20' }), at(14), at(14))).toEqual({
      kind: 'another-day',
      at: iso(at(12, 0, 20)),
      about: true,
    }));
});

describe('a draft that was left', () => {
  it('stays “just now” while that is true', () =>
    expect(settleWhen(justNow, at(12, 43), at(13, 5))).toEqual(justNow));

  it('becomes the time of today at which it began', () =>
    expect(settleWhen(justNow, at(12, 43), at(15))).toMatchObject({ kind: 'earlier-today', time: '12:43' }));

  it('becomes that other day overnight', () =>
    expect(settleWhen(justNow, at(12, 43, 22), at(9))).toMatchObject({
      kind: 'another-day',
      date: '2026-11-22',
      time: '12:43',
    }));

  it('keeps its school moment as about that time of that other day', () =>
    expect(
      settleWhen(answer({ kind: 'earlier-today', moment: 'lunch' }), at(12, 43, 22), at(9)),
    ).toMatchObject({
      kind: 'another-day',
      date: '2026-11-22',
      time: '12:30',
      about: true,
    }));
});
