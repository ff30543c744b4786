import { describe, expect, test } from 'vitest';
import type { RecordProgress } from '../../offline/outbox/records';
import { ladderOf, needsItsAuthor } from '../../client/screens/mine/ladder-of';
import { latenessOf } from '../../client/screens/mine/lateness';
import { copyName } from '../../client/screens/mine/save-copy';
import { clockTime, dayAndTime } from '../../client/strings/times';

const SENT = new Date(2026, 10, 23, 12, 43).getTime();
const MINUTE = 60_000;

function aRecord(changes: Partial<RecordProgress> = {}): RecordProgress {
  return {
    envelopeId: 'e'.repeat(22),
    addsTo: null,
    acted: null,
    lineageId: 'l'.repeat(22),
    kind: 'concern',
    sentAt: SENT,
    state: 'waiting',
    code: null,
    nextTryAt: 0,
    reference: null,
    receivedAt: null,
    steps: [],
    ...changes,
  };
}

const received = {
  state: 'received',
  reference: '4F2K',
  receivedAt: new Date(SENT + 8 * MINUTE).toISOString(),
} as const;
const at = (minutes: number) => new Date(SENT + minutes * MINUTE).toISOString();

describe('the ladder of one’s own record', () => {
  test('says that it waits until the school’s receipt is here', () => {
    expect(ladderOf(aRecord())).toEqual([{ kind: 'waiting', at: '12:43' }]);
    expect(ladderOf(aRecord({ state: 'received' }))).toEqual([{ kind: 'waiting', at: '12:43' }]);
  });

  test('climbs step by step as the school tells, in the order of the school', () => {
    const steps = [
      { step: 'received', at: at(8) },
      { step: 'alerted', at: at(9), count: 2 },
      { step: 'opened', at: at(20) },
      { step: 'dealt-with', at: at(21) },
      { step: 'closed', at: at(60) },
    ] as const;
    expect(ladderOf(aRecord({ ...received, steps: [...steps] }))).toEqual([
      { kind: 'received', at: '12:51', reference: '4F2K' },
      { kind: 'alerted', at: '12:52', people: 2 },
      { kind: 'opened', at: '13:03' },
      { kind: 'taken', at: '13:04' },
      { kind: 'closed', at: '13:43' },
    ]);
  });

  test('says “being checked” for a record without a confirmed author', () => {
    const record = aRecord({ ...received, steps: [{ step: 'being-checked', at: at(9) }] });
    expect(ladderOf(record).at(-1)).toEqual({ kind: 'being-checked', at: '12:52' });
  });

  test.each([
    ['unknown-device', 'sign-in', false],
    ['client-too-old', 'update', false],
    ['refused', 'needs-you', true],
    ['wrong-school', 'needs-you', true],
    ['digest-conflict', 'needs-you', true],
    ['too-large', 'needs-you', true],
    ['malformed', 'needs-you', true],
  ] as const)('refused as %s it says “%s”; a copy is offered: %s', (code, kind, copy) => {
    const record = aRecord({ state: 'held', code });
    expect(ladderOf(record)).toEqual([{ kind, at: '12:43', ...(copy ? { why: code } : {}) }]);
    expect(needsItsAuthor(record)).toBe(copy ? code : null);
  });
});

describe('a record that is still here', () => {
  test('is amber from half an hour on, and red from two hours on', () => {
    expect(latenessOf(SENT, SENT + 30 * MINUTE - 1)).toBe('fresh');
    expect(latenessOf(SENT, SENT + 30 * MINUTE)).toBe('amber');
    expect(latenessOf(SENT, SENT + 120 * MINUTE - 1)).toBe('amber');
    expect(latenessOf(SENT, SENT + 120 * MINUTE)).toBe('red');
  });

  test('is not late because the tablet’s clock was set back', () => {
    expect(latenessOf(SENT, SENT - 600 * MINUTE)).toBe('fresh');
  });

  test('is saved under a name that says the day and nothing of what is in it', () => {
    expect(copyName('k3Jx9Qa1BbCcDdEeFfGgHh', SENT)).toBe('heed-2026-11-23-k3Jx9Qa1.he1');
  });
});

describe('when it was', () => {
  const now = new Date(2026, 10, 24, 9).getTime();

  test('is said as people say it', () => {
    expect(clockTime(SENT)).toBe('12:43');
    expect(dayAndTime(SENT, SENT + MINUTE)).toBe('today, 12:43');
    expect(dayAndTime(SENT, now)).toBe('yesterday, 12:43');
    expect(dayAndTime(new Date(2026, 10, 20, 11, 30).getTime(), now)).toBe('Fri 20 Nov, 11:30');
    expect(dayAndTime(new Date(2024, 0, 5, 8, 5).getTime(), now)).toBe('5 Jan 2024, 08:05');
  });

  test('counts midnights, so that a day of 23 hours is still one day', () => {
    const late = new Date(2026, 2, 28, 23, 50).getTime();
    expect(dayAndTime(late, new Date(2026, 2, 29, 0, 10).getTime())).toBe('yesterday, 23:50');
    expect(dayAndTime(late, new Date(2026, 2, 29, 23, 59).getTime())).toBe('yesterday, 23:50');
  });
});
