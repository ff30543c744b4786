import { documentKindWords, originalHeldAt, reviewOn } from '../../protocol/words/documents';
import { plural } from '../../protocol/words/language';

/** Documents on a pupil's page, and many earlier records at once. */
export const documents = {
  title: 'Documents',
  none: 'None yet.',
  loading: 'Loading',
  add: 'Add a document',
  change: 'Change',
  changeOf: (name: string): string => `Change: ${name}`,
  reviewOn,
  late: 'Review is overdue',
  heldAt: originalHeldAt,
  by: (name: string, day: string): string => `Added by ${name}, ${day}`,
  somebody: 'somebody',
  takenOff: (count: number): string => `Taken off the page: ${String(count)}`,
  takenOffBy: (name: string, day: string, reason: string): string =>
    `Taken off by ${name}, ${day}: ${reason}`,
  care: 'What you save lies on your device. Delete it there when you are done.',
  retry: 'Try again',
  kinds: documentKindWords,
  kind: 'What is it?',
  review: 'Look at it again on',
  reviewHint: 'Leave empty where nobody has to.',
  held: 'Original held at',
  heldHint: 'For example the school that it came from.',
  noFile: 'Choose a file.',
  oneFile: 'One file at a time. Remove this one to choose another.',
  fileWaits: 'Wait until the file is encrypted, then press Save again.',
  notLoaded: 'Files cannot be added at the moment. Try again when the network is back.',
  remove: 'Take it off the page',
  removeHint: 'The file is kept, and nobody opens it from here any more. Leads can read your reason here.',
  why: 'Why',
  noWhy: 'Write why.',
  saveForm: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  notSaved: (why: string): string => `Not saved yet. ${why}`,
};

export const earlier = {
  title: 'Earlier records',
  intro:
    'Many PDF files at once, each named by the pupil’s UPN or Pupil ID, such as A100000000001.pdf. They stand with the pupil’s documents.',
  choose: 'Choose PDF files',
  tooMany: (most: number, left: number): string =>
    `At most ${String(most)} files at once. ${String(left)} were left out: choose them when these are added.`,
  notPdf: (name: string): string => `${name} is no PDF file. It is left out.`,
  nobody: 'No pupil has this number. Rename the file, and choose it again.',
  ready: 'Ready',
  done: 'Added',
  add: (count: number): string => plural(count, { one: 'Add 1 file', other: `Add ${String(count)} files` }),
  adding: (done: number, all: number): string => `${String(done)} of ${String(all)} added`,
  finished: (count: number): string =>
    plural(count, {
      one: '1 file is added. Leave Heed open until it is sent.',
      other: `${String(count)} files are added. Leave Heed open until they are sent.`,
    }),
};
