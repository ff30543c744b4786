import { expect, test } from 'vitest';
import { likelyProblems } from '../../client/screens/support/likely-problems';
import { withVersion } from '../../client/screens/support/collect-report';
import type { SupportReport } from '../../protocol/support-report';

const calm: SupportReport = {
  host: 'localhost',
  version: '0.1.0',
  browser: 'Safari 18 on iPhone',
  device: 'phone',
  installed: false,
  school: 'reached',
  loggedIn: true,
  fullAccess: false,
  enrolled: true,
  shared: false,
  unlocked: true,
  worker: 'on',
  storage: { usedMb: 3, mostMb: 900, lasting: true },
  push: 'on',
  records: { waiting: 0, held: 0, beingChecked: 0 },
  clock: 1,
  delivery: [],
  calls: [],
};

test('a device that is well shows no problem', () => {
  expect(likelyProblems(calm)).toEqual([]);
});

test('an iPhone whose clock is off, with records that wait, shows what to do first', () => {
  const records = { waiting: 2, held: 1, beingChecked: 0 };
  expect(likelyProblems({ ...calm, push: 'install-first', clock: 95, records })).toEqual([
    'a-record-needs-you',
    'a-record-waits',
    'the-clock-is-wrong',
    'no-code-works',
    'no-push-on-this-iphone',
  ]);
});

test('a browser is named with its version, and one that tells none without', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';
  expect(withVersion('Edge on Windows', edge)).toBe('Edge 156 on Windows');
  expect(withVersion('Browser on Linux', 'something else')).toBe('Browser on Linux');
});
