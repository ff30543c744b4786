import { actionKindWords } from './actions';
import { plural } from './language';

/** The head of a pupil's page. */
export const pupilWords = {
  classAndTeacher: (className: string, teacher: string | null): string =>
    teacher === null ? `Class ${className}` : `Class ${className}, ${teacher}`,
  left: (day: string): string => `Left on ${day}`,
};

/** What stands about a pupil, in order of when it happened. */
export const chronologyWords = {
  title: 'Chronology',
  entries: (found: number, total: number): string =>
    found === total ? countOf(total) : `${String(found)} of ${countOf(total)}`,
  ofYear: (count: number): string => countOf(count),
  newest: 'Newest first',
  oldest: 'Oldest first',
  quiet: (weeks: number): string => `No entries for ${String(weeks)} weeks`,
  quietFiltered: (weeks: number): string => `Nothing that fits for ${String(weeks)} weeks`,
  quietNow: (weeks: number): string => `No entries in the last ${String(weeks)} weeks`,
  quietNowFiltered: (weeks: number): string => `Nothing that fits in the last ${String(weeks)} weeks`,
  empty: (name: string): string => `No records about ${name} that you can read.`,
  nothingFits: 'Nothing fits this filter.',
  category: 'Category',
  person: 'Person',
  from: 'From',
  to: 'To',
  concern: 'Concern',
  concerns: 'Concerns',
  action: 'Action',
  kinds: {
    ...actionKindWords,
    taken: 'Taken by a lead',
    given: 'Given to a lead',
    level: 'Level changed',
    sorted: 'Categories changed',
    closed: 'Closed',
    reopened: 'Opened again',
    reply: 'Reply to who recorded it',
    addendum: 'More from who recorded it',
    plan: 'Plans and orders',
    agency: 'Agencies',
    contact: 'Do not contact',
    document: 'Document added',
    'document-changed': 'Document changed',
  } as Readonly<Partial<Record<string, string>>>,
  otherActions: 'Other actions',
  about: (time: string): string => `about ${time}`,
  noText: 'Its text cannot be shown.',
  by: (name: string, confirmed: boolean): string => (confirmed ? name : `${name}, not confirmed`),
  unknownAuthor: 'Somebody',
  reference: (reference: string): string => `Ref ${reference}`,
  withOthers: (names: string): string => `With ${names}`,
  anotherPupil: 'another pupil',
  urgent: 'Urgent',
  significant: 'Significant',
  corrected: (was: string, by: string, on: string, reason: string): string =>
    `Time corrected from ${was} by ${by} on ${on}: ${reason}`,
  linkedWith: (reference: string, names: string): string =>
    `Linked with concern ${[reference, names].filter(Boolean).join(', ')}`,
  significantOnly: 'Significant only',
  why: (reason: string, name: string): string => `Significant: ${reason} (${name})`,
  status: {
    waiting: 'Nobody has picked this up',
    taken: '',
    closed: 'Closed',
    'being-checked': 'Being checked',
  },
};

function countOf(count: number): string {
  return plural(count, { one: '1 entry', other: `${String(count)} entries` });
}
