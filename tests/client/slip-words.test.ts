import { describe, expect, test } from 'vitest';
import { standingOf } from '../../client/screens/admin/staff/standing';
import { codeTyped, slipTrouble } from '../../client/screens/lock/slip-words';
import type { ListedStaff } from '../../protocol/staff';

describe('the code of a slip', () => {
  test('is read whatever stands between its letters, and however they are typed', () => {
    expect(codeTyped('ktrm wpdx hqbn')).toBe('KTRMWPDXHQBN');
    expect(codeTyped(' KTRM-WPDX–HQBN ')).toBe('KTRMWPDXHQBN');
  });

  test('that cannot be one is not asked of the school', () => {
    for (const typed of ['', 'KTRM WPDX', 'KTRM WPDX HQBNN', 'KTRM WPDX HQB8', 'KTRM WPDX HQBA'])
      expect(codeTyped(typed)).toBeNull();
  });
});

describe('what a person at the lock screen reads when a slip gives nothing', () => {
  const refused = {
    type: 'about:blank',
    title: 'This slip does not work here.',
    status: 422,
    code: 'slip-refused',
  } as const;

  test('without a connection, or where something else answers, the slip stays good', () => {
    expect(slipTrouble(true, null, false)).toContain('There is no connection here');
    expect(slipTrouble(true, null, true)).toContain('did not answer');
    for (const online of [true, false])
      expect(slipTrouble(true, null, online)).toContain('your slip stays good');
  });

  test('after too many tries, how long to wait and that recording goes on', () => {
    const waits = { ...refused, code: 'too-many', status: 429, retryAfter: 61 } as const;
    expect(slipTrouble(true, waits, true)).toBe(
      'Too many tries. Try again in 2 minutes. You can record without unlocking.',
    );
  });

  test('for any slip that the school refuses, the school’s one sentence', () => {
    expect(slipTrouble(true, refused, true)).toBe(refused.title);
  });
});

describe('how far somebody without an e-mail address has come', () => {
  const pat = { email: null, takesSlip: true, slip: null, tablets: 0 } as unknown as ListedStaff;
  const at = '2026-11-24T12:00:00.000Z';
  const slip = (state: NonNullable<ListedStaff['slip']>['state']) => ({ state, expiresAt: at, usedAt: at });
  const stands = (given: Partial<ListedStaff>) => standingOf({ ...pat, ...given }, 'invited', []);

  test('is said by the newest slip', () => {
    expect(stands({})).toMatchObject({ state: 'not-yet', text: 'No slip yet' });
    expect(stands({ slip: slip('open') })).toMatchObject({ state: 'done', text: 'Slip until 24 Nov' });
    expect(stands({ slip: slip('used') })).toMatchObject({ state: 'done', text: 'Slip used 24 Nov' });
    expect(stands({ slip: slip('expired') })).toMatchObject({ state: 'not-yet', text: 'Slip ran out' });
    expect(stands({ slip: slip('expired'), tablets: 1 })).toMatchObject({ state: 'not-needed' });
  });

  test('of a group that has to log in, a slip is not what they lack', () => {
    expect(stands({ takesSlip: false })).toMatchObject({ state: 'not-needed' });
  });
});
