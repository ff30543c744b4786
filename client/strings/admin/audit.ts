import type { AuditKind } from '../../../protocol/audit';
import type { ChangeKind } from '../../../protocol/changes/change';

export const audit = {
  title: 'Audit',
  intro: 'Who opened, changed or exported what, and when. It holds no text of any record.',
  who: 'Who',
  anybody: 'Everybody',
  kind: 'What kind',
  anyKind: 'Everything',
  kinds: {
    records: 'Records opened and searched',
    'log-ins': 'Log-ins and full access',
    keys: 'Security keys',
    devices: 'Devices',
    alerts: 'Alerts',
    changes: 'Changes of the school',
  } satisfies Record<AuditKind, string>,
  from: 'From',
  to: 'To',
  reference: 'Record',
  referenceHint: 'Such as 4F2K',
  search: 'Search',
  clear: 'Clear',
  export: 'Export as a spreadsheet',
  table: 'Entries of the audit',
  when: 'When',
  what: 'What',
  about: 'To what',
  none: 'Nothing was found. Widen the search, or clear it.',
  older: 'Show older entries',
  server: 'Heed',
  arrivals: 'Arriving records stand in the delivery log.',
  chainTitle: 'Is it whole?',
  chainWhy: 'Finds an entry that was changed, removed or moved.',
  check: 'Check all entries',
  checking: 'Checking',
  whole: (entries: number, from: string, to: string): string =>
    `Unbroken from ${from} to ${to}, ${entries.toLocaleString('en-GB')} entries.`,
  broken: (seq: number, when: string): string =>
    `Broken at entry ${String(seq)}${when === '' ? '' : `, written ${when}`}. From there on it cannot be relied on. Keep the database as it is, and tell whoever runs Heed for you and your safeguarding lead.`,
  head: 'Fingerprint of the newest entry',
  copy: 'Copy',
  headWhy: 'Write it down or mail it to somebody: later it proves that nothing up to here was changed.',
};

/** What each code says; one that is not here is shown as it is. */
const said: Partial<Record<string, string>> = {
  'concern.opened': 'Opened a record',
  'file.opened': 'Opened a file of a record',
  'file.arrived': 'Put a file of a record together',
  'file.late': 'Told that a file of a record has not arrived',
  'file.scanned': 'Had a file of a record scanned',
  'file.held': 'Held a file of a record back',
  'file.damaged': 'Found a file of a record damaged',
  'concern.action-added': 'Added an action',
  'concern.closed': 'Closed a record',
  'concern.reopened': 'Opened a closed record again',
  'concern.level-set': 'Set the level of a record',
  'concern.pupil-corrected': 'Moved a record to another pupil',
  'concern.pupil-matched': 'Said which pupil a record is about',
  'concern.when-corrected': 'Corrected when a record happened',
  'concern.covered': 'Covered a passage of a record',
  'concern.read-whole': 'Read what is covered in a record',
  'concern.sorted': 'Sorted a record into other categories',
  'concern.added-to': 'Wrote more about a record of their own',
  'concern.replied': 'Replied to who recorded a record',
  'reply.read': 'Read a reply about a record of their own',
  'concern.given': 'Gave a record to another lead',
  'concern.action-done': 'Noted that an action is done',
  'concern.action-undone': 'Took back that an action is done',
  'concern.action-overdue': 'Told of an action that is late',
  'concern.taken': 'Took a record',
  'concern.escalated': 'Told more people: nobody had taken a record',
  'quarantine.accepted': 'Accepted a record that was checked',
  'quarantine.joined': 'Joined a record with another',
  'quarantine.dismissed': 'Dismissed a record that was checked',
  'quarantine.opened': 'Opened a record to check it',
  'parked.opened': 'Opened a record that was begun and not sent',
  'inbox.shown': 'Was shown first words in Alerts',
  'actions.shown': 'Was shown what is due in Actions',
  'view.saved': 'Named a way to look at Alerts',
  'view.removed': 'Removed a named way to look at Alerts',
  'search.made': 'Searched the records',
  'search.shown': 'Was shown what a search found',
  'counts.shown': 'Looked at counts',
  'counts.exported': 'Exported counts',
  'pupil.opened': 'Opened a pupil’s details',
  'pupil.shown': 'Opened the page of a pupil',
  'chronology.shown': 'Read in a pupil’s chronology',
  'chronology.printed': 'Printed a pupil’s chronology',
  'concern.entry-marked': 'Marked an entry as significant',
  'concern.entry-unmarked': 'Took the mark “significant” off an entry',
  'concern.printed': 'Printed a record',
  'see-as.opened': 'Looked at what somebody can see',
  'see-as.tested': 'Tested whether somebody would be alerted',
  'emblem.set': 'Put an emblem on the log-in page',
  'emblem.removed': 'Took the emblem off the log-in page',
  'backup.made': 'Made a backup',
  'backup.restored': 'Restored a backup',
  'keys.kept-apart': 'Confirmed that the keys are kept apart',
  'audit.searched': 'Looked into the audit',
  'audit.exported': 'Exported the audit',
  'audit.checked': 'Checked the audit',
  'session.begun': 'Logged in',
  'session.ended': 'Logged out',
  'session.password-again': 'Typed the password again',
  'session.proved-again': 'Signed in at the provider again',
  'sign-in.linked': 'Linked an account to sign in with',
  'sign-in.removed': 'Removed an account to sign in with',
  'sign-in.refused': 'Was refused: another account to sign in with had the address of',
  'password.chosen': 'Chose a password',
  'password.changed': 'Changed the password',
  'account.details-changed': 'Changed their own title or name',
  'account.kept-downloaded': 'Downloaded what Heed keeps about them',
  'account.closed': 'Closed an account that nobody has any more:',
  'membership.accepted': 'Joined this school, having an account at another',
  'membership.declined': 'Declined to join this school',
  'link.mailed': 'Was mailed a link to choose a password',
  'elevation.begun': 'Elevated to full access',
  'elevation.ended': 'Ended full access',
  'security-key.begun': 'Began to add a security key',
  'security-key.added': 'Added a security key',
  'security-key.removed': 'Removed a security key',
  'security-key.confirmed': 'Confirmed a security key',
  'security-key.lost': 'Agreed to remove a lost security key',
  'security-key.second-asked': 'At the server: asked a second person about a security key of',
  'security-key.refused': 'Refused a security key',
  'security-key.copied': 'Refused a passkey that may be a copy',
  'recovery-codes.renewed': 'Renewed recovery codes',
  'codes.guessed': 'Too many wrong codes',
  'passwords.guessed': 'Too many wrong passwords',
  'site.invited': 'Link for a further site sent',
  'site.withdrawn': 'Link for a further site withdrawn',
  'site.set-up': 'Further site set up by its link',
  'trust.appointed': 'May set up sites',
  'trust.ended': 'May set up sites no longer',
  'device.enrolled': 'Set up a device',
  'device.joined': 'Was added to a device',
  'device.left': 'Was taken off a device',
  'device.unlock-key-opened': 'Chose a new PIN',
  'slip.made': 'Made a slip for a tablet',
  'slip.used': 'Joined a tablet with a slip',
  'slip.withdrawn': 'Withdrew a slip',
  'slip.ended': 'Ended what a slip gave',
  'slip.guessed': 'Too many wrong slips on a device',
  'staff.practised': 'Practised with an invented pupil',
  'practice.reminded': 'Reminded those who have not practised',
  'support.asked': 'Asked support for help with Heed',
  'push.kept': 'Switched notifications on',
  'push.dropped': 'Switched notifications off',
  'envelope-key.rotated': 'Made a new sealing key',
  'alert.read': 'Marked an alert as read',
  'alert.unread': 'Took “Mark as read” back',
  'alert.tested': 'Sent a test alert',
  'alert.email-set': 'Switched alerts by e-mail on or off',
  'alert.quiet-hours-set': 'Set their own quiet hours',
  'alert.absence-set': 'Set who is alerted while somebody is away',
  'alert.absence-ended': 'Ended who is alerted while somebody is away',
  'school.imported': 'Imported the spreadsheet',
  'change.waits': 'Made a change that waits for a second person',
  'change.confirmed': 'Confirmed a change',
  'change.refused': 'Refused a change',
  'change.withdrawn': 'Withdrew a change',
  'change.made': 'A change took effect by itself',
} satisfies Partial<Record<string, string>>;

const nouns: Partial<Record<string, string>> = {
  group: 'user group',
  permissions: 'permissions',
  staff: 'staff member',
  duty: 'duty list',
  pupil: 'pupil',
  connected: 'connected staff',
  category: 'category',
  restriction: 'class restriction',
  'alert-group': 'alert group',
  'automatic-alert': 'automatic alert',
  'year-group': 'year group',
  class: 'class',
  place: 'place',
  agency: 'agency',
  device: 'device',
  settings: 'settings',
  provider: 'sign-in provider',
};

const deeds: Partial<Record<string, string>> = {
  add: 'Added',
  change: 'Changed',
  remove: 'Removed',
  set: 'Set',
  rename: 'Renamed',
  disable: 'Disabled',
  enable: 'Brought back',
  revoke: 'Revoked',
  move: 'Moved',
  merge: 'Merged',
  switch: 'Switched',
  members: 'Changed members of',
  fallback: 'Changed the fallback of',
  order: 'Changed the order of',
  email: 'Changed the e-mail address of',
  'move-group': 'Moved to another group:',
  leave: 'Took off the roll:',
  return: 'Brought back to the roll:',
};

/** "Opened a record", "Changed user group". @param code of an entry, e.g. a {@link ChangeKind} */
export function saidOf(code: string): string {
  const whole = said[code];
  if (whole !== undefined) return whole;
  const [noun, deed] = code.split('.') as [ChangeKind, string];
  const [verb, thing] = [deeds[deed], nouns[noun]];
  return verb && thing ? `${verb} ${thing}` : code;
}

const kindsOfThings: Partial<Record<string, string>> = {
  concern: 'Record',
  staff: 'Staff member',
  pupil: 'A pupil',
  device: 'Device',
  session: '',
  school: '',
  change: 'Change',
  'security-key': 'Security key',
  'user-group': 'User group',
  subscription: '',
  key: '',
  alert: 'Alert',
};

/** "Record 4F2K", "Jo Price", "A pupil"; empty where there is nothing to say. */
export function thingOf({ kind, name }: { kind: string; name: string | null }): string {
  if (kind === 'concern') return name === null ? 'A record' : `Record ${name}`;
  return name ?? kindsOfThings[kind] ?? '';
}

const because: Partial<Record<string, string>> = { alerted: 'was alerted to it', group: 'by user group' };

/** Kinds of action as an entry says them; a note says nothing. */
const actionKinds: Partial<Record<string, string | readonly never[]>> = {
  note: [],
  call: 'phone call',
  meeting: 'meeting with the child',
  home: 'contact with home',
  referral: 'referral to an agency',
  advice: 'advice taken',
  decision: 'decision',
  other: 'other',
};

/** What an entry says beside: "was alerted to it", "12 records". */
export function moreOf(facts: readonly { name: string; value: string }[]): string {
  return facts
    .flatMap(({ name, value }) => {
      if (name === 'because') return because[value] ?? [];
      if (name === 'records') return `${value} records`;
      if (name === 'kind') return actionKinds[value] ?? saidOf(value).toLowerCase();
      if (name === 'reason') return saidOf(value).toLowerCase();
      return [];
    })
    .join(', ');
}
