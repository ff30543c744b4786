import { expect, test } from 'vitest';
import { isSchoolDay } from '../../../server/school/school-days';
import { nextOpenMoment, type SchoolTimes } from '../../../server/school/school-hours';

const term = { from: '2026-09-03', to: '2026-12-18' };
const spring = { from: '2027-01-04', to: '2027-04-01' };
const oakfield: SchoolTimes = {
  timeZone: 'Europe/London',
  hours: { dayStarts: '08:30', lunchEnds: '13:15', dayEnds: '15:30' },
  terms: [term, spring],
};
const next = (at: string, hours = oakfield) =>
  new Date(nextOpenMoment(Date.parse(at), hours)).toISOString().slice(0, 16);

test('in school hours it is now', () => {
  expect(next('2026-11-23T12:43:00Z')).toBe('2026-11-23T12:43');
  expect(next('2026-11-23T08:30:00Z')).toBe('2026-11-23T08:30');
});

test('before school it is when school begins, after it the next morning', () => {
  expect(next('2026-11-23T06:10:00Z')).toBe('2026-11-23T08:30');
  expect(next('2026-11-23T15:30:00Z')).toBe('2026-11-24T08:30');
  expect(next('2026-11-23T23:59:00Z')).toBe('2026-11-24T08:30');
});

test('a weekend and the holidays are skipped', () => {
  expect(next('2026-11-27T15:50:00Z')).toBe('2026-11-30T08:30');
  expect(next('2026-12-18T16:00:00Z')).toBe('2027-01-04T08:30');
  expect(isSchoolDay('2026-12-25', oakfield.terms)).toBe(false);
});

test('half past eight is the school’s, in summer time too', () => {
  expect(next('2026-09-03T05:00:00Z')).toBe('2026-09-03T07:30');
});

test('a school that has not entered its next terms is open on weekdays, rather than never', () => {
  expect(next('2027-08-07T12:00:00Z')).toBe('2027-08-09T07:30');
  expect(next('2026-11-28T12:00:00Z', { ...oakfield, terms: [] })).toBe('2026-11-30T08:30');
});
