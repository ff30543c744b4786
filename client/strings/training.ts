import type { TrainingAudience } from '../../protocol/training';
import { plural } from '../../protocol/words/language';

/** For whom a session is. */
export const trainingFor = {
  everyone: 'For everyone',
  leads: 'For leads and deputies',
  administrators: 'For administrators',
} satisfies Record<TrainingAudience, string>;

/** Live sessions, as staff see them. */
export const training = {
  title: 'Training',
  lead: 'Live sessions about Heed and safeguarding. Say that you come, and take it into your calendar.',
  empty: 'No session for you is planned. The guides under Help are always there.',
  help: 'Help',
  loading: 'Loading the sessions',
  failed: 'Training needs a connection. Check it, then try again.',
  again: 'Try again',
  when: (day: string, from: string, to: string): string => `${day}, ${from} to ${to}`,
  come: 'I’m coming',
  coming: 'You are coming',
  withdraw: 'Withdraw',
  count: (count: number): string =>
    count === 0
      ? 'Nobody has said yet that they come'
      : plural(count, { one: '1 person comes', other: `${String(count)} people come` }),
  calendar: 'Add to calendar',
  join: 'Open the joining link',
  named: (deed: string, title: string): string => `${deed}: ${title}`,
  nowComing: 'You are on the list.',
  withdrawn: 'You are off the list.',
  fileName: 'heed-training.ics',
};

/** The list as the office keeps it. */
export const keptTraining = {
  title: 'Training',
  intro: 'Live sessions. Staff see those that are for them under Training, and say whether they come.',
  supplierFault: (why: string): string =>
    `The sessions of Heed’s supplier could not be listed. ${why} Tell whoever runs this server.`,
  listed: 'Planned sessions',
  empty: 'No session is planned.',
  forSites: 'List a session at every site',
  savedAt: (sites: number): string =>
    plural(sites, {
      one: 'Listed at 1 site.',
      other: `Listed at ${String(sites)} sites. Each school may remove it from its own list.`,
    }),
  add: 'List a session',
  what: 'What it is about',
  who: 'For whom',
  day: 'Day',
  at: 'Begins at',
  minutes: 'Minutes',
  link: 'Joining link',
  linkHint:
    'From your meeting service. It begins with https:// and is shown to those alone for whom the session is.',
  save: 'List it',
  saved: 'Listed. Staff see it under Training.',
  remove: 'Remove',
  sure: (title: string): string => `Remove “${title}”? Nobody is told: tell those who come.`,
  keep: 'Keep it',
  removed: 'Removed.',
  nobody: 'Nobody comes yet',
  people: (count: number): string => plural(count, { one: '1 comes', other: `${String(count)} come` }),
  tooFew: 'Fill in every field.',
};
