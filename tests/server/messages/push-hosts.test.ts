import { expect, test } from 'vitest';
import { readRetryAfter, waitAfter } from '../../../server/messages/back-off';
import { isPushHost } from '../../../server/messages/push-hosts';

const hosts = ['fcm.googleapis.com', '*.push.apple.com', 'localhost:8443'];

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://web.push.apple.com/QGhkj',
  'https://localhost:8443/push/1',
])('a push service of the list is called: %s', (endpoint) => {
  expect(isPushHost(endpoint, hosts)).toBe(true);
});

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/',
  'https://evil.example/?fcm.googleapis.com',
  'https://user:secret@fcm.googleapis.com/',
  'https://push.apple.com.evil.example/',
  'https://push.apple.com/',
  'https://evilpush.apple.com/',
  'https://localhost/push/1',
  'https://169.254.169.254/latest',
  'fcm.googleapis.com',
  '',
])('nothing else is: %s', (endpoint) => {
  expect(isPushHost(endpoint, hosts)).toBe(false);
});

test('the tries of one message grow apart up to ten minutes, and never come at once', () => {
  const longest = [1, 2, 3, 7, 8, 20, 2000].map((attempts) => waitAfter(attempts, null, 1));
  expect(longest).toEqual([5_000, 10_000, 20_000, 320_000, 600_000, 600_000, 600_000]);
  expect(waitAfter(8, null, 0)).toBe(1_000);
  expect(waitAfter(1, 90_000, 0.1)).toBe(90_000);
  // A push service that asks for a day does not put an alert off until tomorrow.
  expect(waitAfter(1, 86_400_000, 0.1)).toBe(3_600_000);
});

test('Retry-After is understood as seconds and as a date', () => {
  const now = Date.parse('2026-11-23T12:45:00.000Z');
  expect(readRetryAfter('120', now)).toBe(120_000);
  expect(readRetryAfter('Mon, 23 Nov 2026 12:46:00 GMT', now)).toBe(60_000);
  expect(readRetryAfter('Mon, 23 Nov 2026 12:00:00 GMT', now)).toBe(0);
  expect(readRetryAfter('soon', now)).toBeNull();
  expect(readRetryAfter(undefined, now)).toBeNull();
});
