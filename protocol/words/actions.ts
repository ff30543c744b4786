import type { ActionKind, Level } from '../concern-actions';

/** What somebody adds to a concern. */
export const actionKindWords = {
  note: 'Note',
  call: 'Phone call',
  meeting: 'Meeting with the child',
  home: 'Contact with home',
  referral: 'Referral to an agency',
  advice: 'Advice taken',
  decision: 'Decision',
  other: 'Other',
} satisfies Record<ActionKind, string>;

/** What was done, and what is still to be done, in the history of a concern. */
export const doneWords = {
  by: (kind: string, name: string): string => `${kind}, ${name}`,
  happened: (moment: string): string => `Happened ${moment}`,
  /** Of what waited on a device. */
  written: (moment: string): string => `Written ${moment}`,
  agency: (name: string): string => `To ${name}`,
  due: (day: string, owner: string): string => `To be done by ${day}, ${owner}`,
  answer: (day: string, owner: string): string => `Answer due by ${day}, ${owner}`,
  late: 'Late',
  doneBy: (name: string, moment: string): string => `Done, ${name}, ${moment}`,
  answeredBy: (name: string, moment: string): string => `Answered, ${name}, ${moment}`,
};

export const levelWords = {
  low: 'Low level',
  medium: 'Medium level',
  high: 'High level',
} satisfies Record<Level, string>;

/** A level that was looked for. */
export const levelFilterWords = { ...levelWords, none: 'No level set' };

/** What who decides about a concern did, in its history. */
export const decidedWords = {
  given: (name: string, to: string): string => `${name} gave it to ${to}`,
  level: (name: string, level: string): string => `${level}, set by ${name}`,
  sorted: (name: string): string => `Sorted into other categories by ${name}`,
  redated: (name: string): string => `When it happened corrected by ${name}`,
  linked: (name: string, reference: string): string => `Linked with concern ${reference} by ${name}`,
  unlinked: (name: string, reference: string): string =>
    `No longer linked with concern ${reference}, ${name}`,
  closed: (name: string): string => `Closed by ${name}`,
  reopened: (name: string): string => `Opened again by ${name}`,
  replied: (name: string): string => `${name} replied to whoever recorded it`,
  'wrong-pupil': (name: string, was: string, now: string): string =>
    `Moved from ${was} to ${now} by ${name}: it was another pupil`,
  covered: (name: string): string => `A passage covered by ${name}`,
  matched: (name: string, _was: string, now: string): string => `Matched to ${now} by ${name}`,
  marked: (name: string, what: 'concern' | 'action'): string =>
    what === 'concern' ? `Marked as significant by ${name}` : `An action marked as significant by ${name}`,
  unmarked: (name: string, what: 'concern' | 'action'): string =>
    what === 'concern'
      ? `No longer marked as significant, ${name}`
      : `An action no longer marked as significant, ${name}`,
};
