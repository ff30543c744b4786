import { expect, test } from 'vitest';
import type { Release } from '../../protocol/help-sheets';
import { newsOf } from '../../client/screens/dashboard/news-of';

const part = (reader: Release['parts'][number]['for'], point: string) => ({ for: reader, points: [[point]] });
const releases: Release[] = [
  { version: '1.10.0', day: '2027-03-01', parts: [part('everyone', 'Faster.'), part('leads', 'Charts.')] },
  { version: '1.9.0', day: '2027-02-01', parts: [part('administrators', 'Exports.')] },
  { version: '1.8.2', day: '2027-01-10', parts: [part('everyone', 'Help.')] },
];
const pointsFor = (seen: string, who: { lead?: boolean; administrator?: boolean }) =>
  newsOf(releases, seen, { lead: false, administrator: false, ...who }).flatMap(({ points }) =>
    points.flat(),
  );

test('a teacher is told what is for everyone, once', () => {
  expect(pointsFor('1.8.2', {})).toEqual(['Faster.']);
  expect(pointsFor('1.10.0', {})).toEqual([]);
});

test('a lead and an administrator are told what they alone can use', () => {
  expect(pointsFor('1.9.0', { lead: true })).toEqual(['Faster.', 'Charts.']);
  expect(pointsFor('1.8.2', { administrator: true })).toEqual(['Faster.', 'Exports.']);
  expect(pointsFor('1.9.0', { administrator: true })).toEqual(['Faster.']);
});

test('an update that changed nothing for somebody, and a tablet with an older Heed, tell them nothing', () => {
  const forLeads = [{ ...releases[0]!, parts: [part('leads', 'Charts.')] }];
  expect(newsOf(forLeads, '1.9.0', { lead: false, administrator: true })).toEqual([]);
  expect(pointsFor('2.0.0', { lead: true, administrator: true })).toEqual([]);
});
