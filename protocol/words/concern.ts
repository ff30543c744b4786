import type { QuarantineReason } from '../concerns';
import { plural } from './language';

/** A concern as it is read: what its parts are called. */
export const concernWords = {
  memberOfStaff: 'Member of staff',
  ofStaff: 'About a member of staff',
  ofStaffWhat:
    'Nobody else can find this, not even the safeguarding leads, and never the person it is about. What you decide about it stays here too.',
  classAndAge: (className: string, age: number | null): string =>
    age === null ? `Class ${className}.` : `Class ${className}, age ${age}.`,
  anotherPupil: 'Another pupil',
  unmatched: 'Not matched to a pupil yet',
  siblings: (names: string): string => `Brother or sister: ${names}.`,
  pupils: 'Who it is about',
  recorded: (author: string): string => (author === '' ? 'What was recorded' : `What ${author} recorded`),
  textWaits: 'The text is shown to the first lead who takes it.',
  textShut: 'There is no text that can be shown. The sealed record is kept as it arrived.',
  ticked: 'Author ticked',
  tickedAs: (names: readonly string[] | undefined): string | null =>
    names === undefined ? null : names.join(', ') || '“I’m not sure”',
  toldLead: 'A safeguarding lead',
  toldSomeone: 'Someone else',
  told: 'Told in person',
  toldNotYet: 'Not yet',
  happened: 'Happened',
  /** beside each version of when it happened that was put right */
  corrected: 'Corrected',
  correctedFrom: (was: string, by: string, on: string, reason: string): string =>
    `It said ${was}. Put right by ${by} (${on}): ${reason}`,
  written: 'Written',
  received: 'Received',
  referenceTerm: 'Reference',
  agencies: 'Agencies',
  involved: 'Involved',
  others: 'Others involved',
  about: (time: string): string => `about ${time}`,
  clockOff: 'The clock of this device was wrong. Times as the device gave them.',
  away: (told: readonly string[]): string => `Away: told ${told.join(', ') || 'somebody else'} instead`,
  onceAway: (told: readonly string[]): string => `While away: told ${told.join(', ')} instead`,
  withdrawn: (moment: string): string => `Taken back ${moment}: it was another pupil`,
  whoAlerted: 'Who was alerted',
  whoAndWhy: 'Who and why',
  delivered: 'Delivered',
  opened: 'Opened',
  notYet: 'Not yet',
  channels: { inbox: 'inbox', push: 'push', email: 'e-mail' },
  channelNotYet: (channel: string): string => `${channel} not yet`,
  waits: {
    quiet: (channel: string, time: string): string => `${channel} waits until ${time} (quiet hours)`,
    daily: (channel: string, time: string): string => `${channel} waits until ${time} (daily summary)`,
  },
  channelFailed: (channel: string): string => `${channel} failed`,
  soFar: 'What has happened so far',
  history: {
    received: 'Received by the school',
    alerted: (people: number): string =>
      plural(people, { one: '1 person alerted', other: `${people} people alerted` }),
    opened: (name: string): string => `Opened by ${name}`,
    taken: (name: string): string => `Taken by ${name}`,
    note: (name: string): string => `${name} added`,
    addendum: (name: string): string => `${name} wrote more, after sending it`,
  },
  someone: 'Somebody',
  quarantine: {
    'author-unconfirmed': 'author not confirmed',
    'author-left': 'the author has left the school',
    'slip-ended': 'the author’s slip no longer holds',
    'device-revoked': 'sent from a device that was revoked',
    'signature-wrong': 'the signature does not match',
    'cannot-open': 'it could not be opened',
    'unknown-schema': 'written by a newer version of Heed',
    'category-gone': 'its category no longer exists',
    'possible-duplicate': 'perhaps the same as another record',
    unfinished: 'begun and not sent',
    'addition-of-another': 'it adds to a record of somebody else',
    'addition-alone': 'it adds to a record that has not arrived',
    'action-not-allowed': 'an action that its author may not add',
    'action-closed': 'an action about a concern that was closed meanwhile',
    'action-alone': 'an action about a concern that is not here',
    'action-late': 'an action that waited on a device for long',
    'action-unfit': 'an action that names what is no longer so',
  } satisfies Record<QuarantineReason, string>,
  checking: (why: string): string => `Being checked: ${why}`,
  urgent: 'Urgent',
  closed: 'Closed',
  withWhom: (name: string): string => `With ${name}`,
};

/** A passage that a lead has covered. */
export const coveredWords = {
  inPlace: (day: string): string => `[Covered by a lead, ${day}]`,
};
