import type { Release, Sheet } from '../../protocol/help-sheets';
import { audienceWords } from '../../protocol/words/help';
import { dates, plural } from '../../protocol/words/language';

/** The frame around help. The sheets themselves stand in docs/help. */
export const help = {
  title: 'Help',
  back: 'Help',
  search: 'What do you need help with?',
  searchHint: 'For example: PIN, no network, alert group.',
  /** @param most a longer list is cut there */
  found: (count: number, most: number): string =>
    count < most
      ? plural(count, { one: '1 place found', other: `${String(count)} places found` })
      : `Here are the best ${String(most)} of the places found. One word more finds fewer.`,
  nothing: 'Nothing found. Try another word, or only its beginning.',
  clear: 'Clear',
  ofScreen: 'About the page where you were',
  groups: { guide: 'Guides', sheet: 'Step by step', questions: 'Questions' } satisfies Record<
    Sheet['kind'],
    string
  >,
  for: audienceWords,
  loading: 'Loading help',
  failed: 'Help could not be loaded. Check the connection, then try again.',
  again: 'Try again',
  gone: 'There is no help sheet at this address.',
  copy: 'Copy link',
  copied: 'The link is copied.',
  notCopied: 'This browser does not let the page copy. Copy the address from the bar above.',
  print: 'Print',
  save: 'Download PDF',
  notSaved: 'The PDF needs a connection. Print works without one.',
  onThisPage: 'On this page',
  danger: 'Is a child in danger now? Find a safeguarding lead or call 999 first.',
  about: 'About Heed: version, what has changed, licences',
} as const;

/** Pictures of the screens. */
export const pictures = {
  needsConnection: 'This picture needs a connection the first time. The text says the same.',
  again: 'Try again',
} as const;

/** Walk-throughs: the product step by step. Their own words stand in docs/help/walk-throughs. */
export const watch = {
  back: 'Help',
  group: 'Watch how it is done',
  groupHint: 'Short walk-throughs in pictures, without sound. Each has its words as text too.',
  for: audienceWords,
  player: 'Walk-through',
  place: (at: number, of: number): string => `Step ${String(at)} of ${String(of)}`,
  before: 'Back',
  next: 'Next',
  play: 'Play',
  pause: 'Pause',
  again: 'Play again',
  allSteps: 'All steps',
  show: 'Show',
  showStep: (at: number): string => `Show step ${String(at)}`,
} as const;

/** "30 November 2026", by the calendar that the day was written in. */
const calendarDay = dates({ dateStyle: 'long', timeZone: 'UTC' });

/** What Heed says about itself. */
export const about = {
  title: 'About Heed',
  version: ({ version, day }: Release): string => `Version ${version}, ${calendarDay(Date.parse(day))}`,
  lead: 'Heed keeps what a school’s staff write down about children, so that nothing gets lost and the right people know.',
  security: 'What is sealed from whom, and what is not: Security in plain words',
  changed: 'What has changed',
  readers: {
    everyone: 'For everyone',
    leads: 'For safeguarding leads',
    administrators: 'For administrators',
  } satisfies Record<Release['parts'][number]['for'], string>,
  others: 'The work of others',
  othersWhat: 'Heed is made with free software. Here is all of it, with the licence of each part.',
  showLicences: 'Show the licences',
  loading: 'The licences are being loaded.',
  failed: 'The licences need a connection. Try again when there is one.',
  count: (count: number): string => `${String(count)} packages`,
  noText: 'This package brings no text of its licence.',
} as const;
