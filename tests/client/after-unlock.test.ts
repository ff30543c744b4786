import { describe, expect, test } from 'vitest';
import {
  isSentRecord,
  ownPath,
  placeAfterUnlock,
  type OwnHere,
} from '../../client/screens/lock/after-unlock';

const NOW = Date.UTC(2026, 10, 23, 13);
const nothing: OwnHere = { drafts: [], practice: false, sent: new Set() };
const own = (...drafts: OwnHere['drafts']): OwnHere => ({ ...nothing, drafts });
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

describe('after unlocking', () => {
  test('a draft that was left for half an hour comes first, whatever the person wanted', () => {
    const drafts = [{ draftId: 'lunch', updatedAt: minutesAgo(30) }];
    expect(placeAfterUnlock(own(...drafts), '/mine', NOW)).toBe('/record/lunch');
  });

  test('a draft of a moment ago does not get in the way', () => {
    const drafts = [{ draftId: 'now', updatedAt: minutesAgo(29) }];
    expect(placeAfterUnlock(own(...drafts), '/mine', NOW)).toBe('/mine');
    expect(placeAfterUnlock(nothing, null, NOW)).toBe('/');
  });

  test('what was written while practising is asked after, before anything but a draft that was left', () => {
    const practised = { ...nothing, practice: true };
    expect(placeAfterUnlock(practised, '/mine', NOW)).toBe('/record/practice');
    const left = [{ draftId: 'lunch', updatedAt: minutesAgo(30) }];
    expect(placeAfterUnlock({ ...practised, drafts: left }, null, NOW)).toBe('/record/lunch');
  });

  test('practice itself has ended with the lock', () =>
    expect(placeAfterUnlock(nothing, '/record/practice', NOW)).toBe('/'));

  test('a draft that was open goes on for its author, and not for the colleague who unlocks next', () => {
    const drafts = [{ draftId: 'mine', updatedAt: minutesAgo(1) }];
    expect(placeAfterUnlock(own(...drafts), '/record/mine', NOW)).toBe('/record/mine');
    for (const address of ['/record/mine', '/record/mine/', '/record/mine?x', '/record/mine#what']) {
      expect(placeAfterUnlock(nothing, address, NOW)).toBe('/');
    }
    expect(placeAfterUnlock(nothing, '/record', NOW)).toBe('/record');
  });

  test('the page of a record that was sent is its author’s alone', () => {
    const sent = { ...nothing, sent: new Set(['mine']) };
    expect(placeAfterUnlock(sent, '/record/mine/sent', NOW)).toBe('/record/mine/sent');
    expect(placeAfterUnlock(sent, '/record/of-a-colleague/sent', NOW)).toBe('/');
    expect(placeAfterUnlock(own({ draftId: 'x', updatedAt: NOW }), '/record/x/sent', NOW)).toBe('/');
    expect(isSentRecord('/record/x/sent')).toBe(true);
    expect(isSentRecord('/record/x')).toBe(false);
    expect(isSentRecord(null)).toBe(false);
  });

  test('of two left lying the one that was touched last comes first', () => {
    const drafts = [
      { draftId: 'fresh', updatedAt: minutesAgo(1) },
      { draftId: 'break', updatedAt: minutesAgo(120) },
      { draftId: 'yesterday', updatedAt: minutesAgo(1500) },
    ];
    expect(placeAfterUnlock(own(...drafts), null, NOW)).toBe('/record/break');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'record',
    '/lock',
    '/log-in?x',
    '/enrol',
  ])('never goes on to %s', (address) => expect(ownPath(address)).toBe('/'));

  test('goes back to an alert or a draft, and takes “/locker” for no lock', () => {
    expect(ownPath('/alerts/1?tab=all')).toBe('/alerts/1?tab=all');
    expect(ownPath('/locker')).toBe('/locker');
  });
});
