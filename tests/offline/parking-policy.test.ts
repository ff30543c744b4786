import { expect, test } from 'vitest';
import { afterReceipt, newStanding, sendingOrder } from '../../offline/outbox/policy';
import {
  CLOSED_MS,
  GONE_MS,
  isClosed,
  isHeld,
  isLeft,
  LEFT_MS,
  mayDrop,
  type DraftPlace,
} from '../../offline/parking/policy';
import type { DraftParking } from '../../offline/vault/rows';

const NOW = Date.parse('2026-11-23T12:43:00.000Z');
const here: DraftPlace = { author: 'here', formOpen: false, revoked: false };
const touched = (ago: number) => ({ updatedAt: NOW - ago });
const receipt = { serverTime: '2026-11-23T12:43:00.000Z', storeEpoch: 'one' };
const received = (word: DraftParking['word'], revision = 3): DraftParking => ({
  ...afterReceipt({ ...newStanding(), revision, word }, NOW, receipt),
});

test('a draft is left once nobody has touched it for half an hour, and at once where nobody can open it', () => {
  expect(isLeft(touched(LEFT_MS - 1), here, NOW)).toBe(false);
  expect(isLeft(touched(LEFT_MS), here, NOW)).toBe(true);
  expect(isLeft(touched(0), { ...here, author: 'gone' }, NOW)).toBe(true);
  expect(isLeft({ ...touched(0), thrownAway: true }, here, NOW)).toBe(true);
  // The clock was set back by a year in between.
  expect(isLeft(touched(-365 * 24 * 60 * 60_000), here, NOW)).toBe(true);
});

test.each([
  ['its form is gone from every page', false, GONE_MS],
  ['its form may still be open', true, LEFT_MS],
  ['no engine can say', null, LEFT_MS],
] as const)('one begun without unlocking, and one on a removed device, when %s', (_when, formOpen, after) => {
  for (const place of [
    { ...here, formOpen, author: 'unknown' },
    { ...here, formOpen, revoked: true },
  ] as const) {
    expect(isLeft(touched(after - 1), place, NOW)).toBe(false);
    expect(isLeft(touched(after), place, NOW)).toBe(true);
  }
});

test('what is held is this revision, in this store of the school', () => {
  expect(isHeld({ revision: 3, parking: received('open') }, 'one')).toBe(true);
  expect(isHeld({ revision: 4, parking: received('open') }, 'one')).toBe(false);
  expect(isHeld({ revision: 3, parking: received('open') }, 'restored')).toBe(false);
  expect(isHeld({ revision: 3 }, 'one')).toBe(false);
});

test('it is closed here after twelve hours; never for who has no other way to it, nor once it has ended', () => {
  const old = { ...touched(CLOSED_MS), parking: received('open') };
  expect(isClosed({ ...old, ...touched(CLOSED_MS - 1) }, here, NOW)).toBe(false);
  expect(isClosed(old, here, NOW)).toBe(true);
  expect(isClosed(old, { ...here, author: 'here-only' }, NOW)).toBe(false);
  expect(isClosed({ ...old, parking: received('ended') }, here, NOW)).toBe(false);
  for (const author of ['gone', 'unknown'] as const)
    expect(isClosed({ ...touched(0), parking: received('open') }, { ...here, author }, NOW)).toBe(true);
});

test('it goes once the school has it in a backup, or has had it for a week', () => {
  const parking = received('open');
  expect(mayDrop({ parking }, NOW, null)).toBe(false);
  expect(mayDrop({ parking }, NOW, '2026-11-23T12:43:00.001Z')).toBe(true);
  expect(mayDrop({ parking }, NOW + 7 * 24 * 60 * 60_000, null)).toBe(true);
  expect(mayDrop({ parking, thrownAway: true }, NOW, null)).toBe(true);
  expect(mayDrop({}, NOW, '2026-12-24T00:00:00.000Z')).toBe(false);
});

test('concerns go before the key of a draft that was left, however old it is', () => {
  const row = (envelopeId: string, createdAt: number, kind: string) => ({
    ...newStanding(),
    envelopeId,
    createdAt,
    kind,
  });
  const rows = [row('a', 1, 'parked'), row('b', 2, 'concern'), row('c', 3, 'concern')];
  expect(rows.sort(sendingOrder).map(({ envelopeId }) => envelopeId)).toEqual(['b', 'c', 'a']);
});
