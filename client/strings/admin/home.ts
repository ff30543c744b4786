import type { GainCode } from '../../../protocol/changes/widening';

export const adminHome = {
  title: 'Admin',
  waitingTitle: 'Waiting for a second person',
  nothingWaits: 'Nothing waits for a second person.',
  until: 'Until then nothing changes. All leads have been told.',
  you: 'You',
  made: (who: string, when: string): string => `${who}, ${when}.`,
  canConfirm: (names: readonly string[]): string =>
    names.length === 0 ? 'Nobody else can confirm.' : `${joinOr(names)} can confirm.`,
  startsAt: (when: string): string => `Nobody else can confirm: it starts ${when}.`,
  confirm: 'Confirm',
  refuse: 'Refuse',
  withdraw: 'Withdraw',
  confirmed: 'Confirmed. It is in force now.',
  refused: 'Refused. Nothing has changed.',
  withdrawn: 'Withdrawn. Nothing has changed.',
  gains: 'Who could then read or be told more',
  people: (names: readonly string[]): string =>
    names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`
      : names.join(', '),
  areas: {
    groups: { title: 'User groups', note: 'Who belongs together' },
    permissions: { title: 'Permissions', note: 'Who may see and add what' },
  },
};

/** What somebody gains by a change, after their names: "Jo Price: View Concerns in Behaviour". */
export const gainWords: Record<GainCode, (target: string) => string> = {
  'view-concerns': (category) => `View Concerns in ${category}`,
  'view-pupils': (category) => `View Pupils in ${category}`,
  'restricted-beside': (category) => `concerns that are also in ${category}`,
  'sees-class': (name) => `sees pupils of ${name}`,
  'after-log-in': () => 'reads without elevating',
  administration: (part) => `administers ${part}`,
  lead: () => 'reads as a safeguarding lead',
  duty: (role) => `is told as ${role}`,
  'alert-group': (name) => `is alerted with ${name}`,
  fallback: () => 'is alerted when nobody else is',
  told: (category) => `is alerted to ${category}`,
  'no-longer-connected': (pupil) => `is no longer connected to ${pupil || 'a pupil'}`,
  address: () => 'gets a new e-mail address to log in with',
};

function joinOr(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
