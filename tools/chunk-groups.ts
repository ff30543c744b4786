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

const screensBut = (...folders: string[]): RegExp =>
  new RegExp(`[\\\\/]client[\\\\/](screens[\\\\/](?!(${folders.join('|')})[\\\\/])|dialogs[\\\\/])`);

/** In order of need: the shell opens every page, the record form must be usable within 60 kB, the rest may wait. */
export const chunkGroups: ChunkGroup[] = [
  { name: 'shell', tags: ['$initial'], priority: 50 },
  { name: 'record', test: screens('record', 'records?', 'drafts?', 'your-records'), priority: 40 },
  // Fetched when the form can be used already, and needed by its first keystroke.
  {
    name: 'sealing',
    test: /[\\/](node_modules[\\/]@hpke|client[\\/]sealing[\\/](seal-record|send-draft))/,
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
  { name: 'help', test: screens('help'), priority: 30 },
  // Offline as well, with all that it shares with the administration.
  { name: 'desk', test: screensBut('admin', 'trust', 'set-up'), priority: 20 },
  // Needs the school for everything, so it is not precached (vite.config.ts) and nothing else may need it.
  { name: 'admin', test: screens('admin', 'trust', 'set-up'), priority: 10 },
];
