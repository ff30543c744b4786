import type { Sheet } from '../../protocol/help-sheets';
import { audienceWords } from '../../protocol/words/help';

/** The frame around help. The sheets themselves stand in docs/help. */
export const help = {
  title: 'Help',
  back: 'Help',
  search: 'What do you need help with?',
  searchHint: 'For example: PIN, no network, alert group.',
  found: (count: number): string => (count === 1 ? '1 place found' : `${String(count)} places found`),
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
  note: 'Take care',
  danger: 'Is a child in danger now? Find a safeguarding lead or call 999 first.',
} as const;
