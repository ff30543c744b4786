import { concernWords } from '../../protocol/words/concern';
import { plural } from '../../protocol/words/language';
import { quarantineWhat } from '../../protocol/words/quarantine';

export const inbox = {
  title: 'Alerts',
  pageTitle: (count: number): string =>
    count === 0 ? 'Alerts' : plural(count, { one: '1 alert to read', other: `${count} alerts to read` }),
  toRead: (count: number): string => `To read ${count}`,
  mine: (count: number): string => `Mine ${count}`,
  all: 'All',
  waiting: 'Nobody has picked this up yet',
  desk: 'Desk',
  alerts: 'List of alerts',
  concern: 'Concern',
  recordConcern: 'Record a concern',
  today: 'Today',
  yesterday: 'Yesterday',
  now: 'now',
  minutes: (minutes: number): string => `${minutes} min`,
  hours: (hours: number): string => `${hours} h`,
  days: (days: number): string => plural(days, { one: '1 day', other: `${days} days` }),
  marker: (concerns: number, days: number): string =>
    `${String(concerns)} concerns in ${plural(days, { one: '1 day', other: `${String(days)} days` })}`,
  earlier: (count: number): string =>
    plural(count, { one: '1 earlier record', other: `${count} earlier records` }),
  more: (others: number): string => `+${others}`,
  withWhom: (name: string): string => `With ${name}`,
  withYou: 'With you',
  closed: 'Closed',
  markedRead: 'Marked as read',
  urgent: 'Urgent',
  unopened: 'Not opened yet',
  since: { 'action-late': 'An action is late', 'written-more': 'More was written' },
  lateArrival: (gap: string): string => `Written ${gap} ago, arrived now`,
  lateEarlier: (gap: string): string => `Written ${gap} before it arrived`,
  beingChecked: 'Being checked',
  alertOnly: (reference: string): string => `Alert ${reference}`,
  elevateToRead: 'Elevate to read',
  elevateWhy: 'Names and what was recorded are shown only while your access is elevated.',
  addKey: 'Add new device',
  addKeyWhy: 'You need a second key, for example your phone, to read this.',
  empty: (time: string): string => `Nothing to read. Last checked ${time}.`,
  emptyMine: 'You have not taken anything.',
  emptyAll: 'No alerts yet.',
  loading: 'Loading alerts',
  failed: (time: string): string => `Alerts could not be loaded. Showing what was here at ${time}.`,
  retry: 'Try again',
  offline: 'Alerts need a connection.',
  older: 'Show older alerts',
  choose: 'Choose an alert to read it.',
  back: 'Alerts',
  search: 'Search',
  filter: 'Filter',
  category: 'Category',
  anyCategory: 'Any category',
  year: 'Year group',
  anyYear: 'Any year group',
  only: (what: string): string => `Only: ${what}`,
  goneChoice: 'no longer in the list',
  clearFilter: 'Clear',
  nothingFits: 'No alert here fits this filter.',
  shortcuts: 'Keyboard shortcuts',
  nav: {
    home: 'Dashboard',
    // Below a list on a phone, five stand beside each other.
    homeShort: 'Home',
    alerts: 'Alerts',
    actions: 'Actions',
    mine: 'Your records',
    search: 'Search',
    record: 'Record',
    admin: 'Admin',
  },
};

/** Ways to look at the alerts that somebody has named. */
export const views = {
  label: 'Saved views',
  choose: 'Saved views',
  save: 'Save this view',
  name: 'Name of this view',
  nameHint: 'You alone see it, on every device. Leave out names of children.',
  noName: 'Write a name for this view',
  keep: 'Save',
  cancel: 'Cancel',
  rename: 'Rename',
  remove: 'Remove',
  removeSure: (name: string): string => `“${name}” is forgotten. No alert goes with it.`,
  saved: 'The view is saved.',
  removed: 'The view is removed.',
};

/** Several alerts marked as read at once. */
export const several = {
  begin: 'Mark several as read',
  hint: 'Tick what you have dealt with. What you have not opened yet cannot be ticked.',
  choose: (who: string): string => `Choose ${who}`,
  all: 'Tick all',
  cancel: 'Cancel',
  mark: (count: number): string => (count === 0 ? 'Mark as read' : `Mark ${String(count)} as read`),
  none: 'Tick at least one alert.',
  marked: (count: number): string =>
    count === 0
      ? 'Nothing was left to mark.'
      : plural(count, {
          one: '1 alert is marked as read.',
          other: `${String(count)} alerts are marked as read.`,
        }),
  undone: 'They are back among those to read.',
};

export const shortcuts = {
  title: 'Keyboard shortcuts',
  keys: [
    { keys: ['j', '↓'], does: 'Next alert' },
    { keys: ['k', '↑'], does: 'Alert before' },
    { keys: ['Enter'], does: 'Open the alert' },
    { keys: ['t'], does: 'I’ll take this' },
    { keys: ['a'], does: 'Add action' },
    { keys: ['e'], does: 'Mark as read' },
    { keys: ['/'], does: 'Search' },
    { keys: ['?'], does: 'This list' },
  ],
  or: 'or',
  on: 'Shortcuts with a single letter are on',
  onHint: 'Turn them off if you use speech input or press keys by accident.',
};

export const concern = {
  ...concernWords,
  marksComing: (count: number): string =>
    `A body map with ${plural(count, { one: '1 mark', other: `${String(count)} marks` })} belongs to it. If it does not appear, open the record again.`,
  waiting: (minutes: string): string => `Waiting ${minutes}`,
  you: '(you)',
  take: 'I’ll take this',
  addAction: 'Add action',
  markRead: 'Mark as read',
  markedRead: 'Marked as read.',
  undo: 'Undo',
  reference: (reference: string): string => `Ref ${reference}`,
  /** of the pupil from whose page it was opened */
  partOf: (role: string | null): string =>
    role === null ? 'In this concern: nothing was said of their part' : `In this concern: ${role}`,
  with: (names: string): string => `With ${names}.`,
  gone: 'This is not here, or not for you to see.',
  opening: 'Opening the concern',
  tookIt: 'You have taken this.',
  /** of a concern that is not open any more */
  ofAnother: (reference: string, said: string): string => `Ref ${reference}: ${said}`,
  added: 'Added to the record.',
  undone: 'Back among those to read.',
  quarantineWhat,
};

/** What others did about the concern that is open. */
export const news = {
  taken: (name: string): string => `${name} has taken this.`,
  added: (name: string): string => `${name} added an action.`,
  given: (name: string): string => `${name} gave this to another lead.`,
  level: (name: string): string => `${name} set the level.`,
  closedBy: (name: string): string => `${name} closed this.`,
  sorted: (name: string): string => `${name} sorted this into other categories.`,
  linked: (name: string): string => `${name} changed what this is linked with.`,
  redated: (name: string): string => `${name} corrected when it happened.`,
  reopened: (name: string): string => `${name} opened this again.`,
  marked: (name: string): string => `${name} changed what is marked as significant.`,
  replied: (name: string): string => `${name} replied to who recorded this.`,
  wroteMore: (name: string): string => `${name} wrote more about this.`,
  filesCame: (count: number): string =>
    plural(count, { one: 'A file has arrived.', other: `${count} files have arrived.` }),
  covered: (name: string): string => `${name} covered a passage.`,
  matched: (name: string): string => `${name} said which pupil this is about.`,
  you: 'You',
  youTook: 'You have taken this in another window.',
  youAdded: 'You added an action in another window.',
  several: (count: number): string => `${count} new entries since you opened this.`,
  closed: 'This has been closed.',
  someone: 'Somebody',
  show: 'Show what is new',
};
