/**
 * The few chunks that the client is cut into, so that the precache stays at most 40 files.
 * A module goes to the first group that takes it; what it imports and no earlier group has goes with it.
 */
interface ChunkGroup {
  name: string;
  test?: RegExp;
  tags?: ['$initial'];
  priority: number;
}

const screens = (...folders: string[]): RegExp =>
  new RegExp(`[\\\\/]client[\\\\/]screens[\\\\/](${folders.join('|')})[\\\\/]`);

const screensAndDialogsBut = (screens: readonly string[], dialogs: readonly string[]): RegExp =>
  new RegExp(
    `[\\\\/]client[\\\\/](screens[\\\\/](?!(${screens.join('|')})[\\\\/])|dialogs[\\\\/](?!(${dialogs.join('|')})[\\\\/]))`,
  );

/** Screens of somebody at a desk that can do nothing without the school. */
const AT_A_DESK = [
  'account',
  'actions',
  'enrol',
  'first-steps',
  'forgot',
  'join',
  'papers',
  'practice-desk',
  'pupil',
  'search',
  'switch',
  'training',
  'watched',
  'welcome',
];
/** Dialogs that those screens open, or an open concern once it is read. */
const DIALOGS_AT_A_DESK = [
  'about-adult',
  'correct-pupil',
  'correct-when',
  'cover-passage',
  'decide',
  'document',
  'keep-matter',
  'link-concern',
];
const OF_ADMINISTRATORS = ['admin', 'trust', 'set-up'];

/** In order of need: the shell opens every page, the record form must be usable within 60 kB, the rest may wait. */
export const chunkGroups: ChunkGroup[] = [
  { name: 'shell', tags: ['$initial'], priority: 50 },
  { name: 'record', test: screens('record', 'records?', 'drafts?', 'your-records'), priority: 40 },
  // Fetched when the form can be used already, and needed by its first keystroke.
  {
    name: 'sealing',
    test: /[\\/](node_modules[\\/]@hpke|client[\\/]sealing[\\/](seal-record|send-(draft|addition|action)))/,
    priority: 35,
  },
  // The record form and the lead's desk fetch it when there is something to mark or to see.
  { name: 'body-map', test: /[\\/](client[\\/]screens|protocol)[\\/]body-map/, priority: 32 },
  // Only who adds a file to a record, or opens one, needs it.
  {
    name: 'files',
    test: /[\\/](client[\\/]((screens|strings)[\\/])?files|client[\\/]sealing[\\/](seal|send)-online|offline[\\/]vault[\\/]files)/,
    priority: 31,
  },
  { name: 'help', test: screens('help', 'support'), priority: 30 },
  // Offline as well, with all that it shares with what comes after it.
  {
    name: 'desk',
    test: screensAndDialogsBut([...OF_ADMINISTRATORS, ...AT_A_DESK], DIALOGS_AT_A_DESK),
    priority: 20,
  },
  // These two need the school for everything, so they are not precached (vite.config.ts) and nothing else may need them.
  { name: 'later', test: screensAndDialogsBut(OF_ADMINISTRATORS, []), priority: 15 },
  { name: 'admin', test: screens(...OF_ADMINISTRATORS), priority: 10 },
];
