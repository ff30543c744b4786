import type { ExportField } from '../../../protocol/changes/upload';
import { plural } from '../../../protocol/words/language';

const count = (number: number, one: string, many: string): string =>
  plural(number, { one: `1 ${one}`, other: `${String(number)} ${many}` });

export const pupilUpload = {
  title: 'Upload an export',
  intro: 'A .csv or .xlsx file out of the school’s own system.',
  back: 'Pupils',
  choose: 'Choose the export',
  another: 'Choose another file',
  again: 'Choose the mended file',
  hint: 'One row for each pupil on roll, with UPN or Pupil ID, names, date of birth and class. Up to 10 MB.',
  howItGoes: 'How it goes',
  howSteps: [
    'Export all pupils on roll from the school’s own system, and choose the file.',
    'Look at which column holds what. Heed guesses it, and remembers what you choose.',
    'Look at joiners, movers and corrections, and tick who of those missing has left.',
    'Confirm. Nothing is written before that, and nobody is ever deleted.',
  ],
  manyMissing:
    'More than a quarter of the roll is not in this file. Check that it holds the whole school before you tick anybody.',
  reading: 'Reading the file.',
  cannotRead: 'This file cannot be read. Close it in other programs, then choose it again.',
  columns: 'Columns',
  columnsWhy: 'Which column of the file holds what. Heed remembers it for the next upload.',
  remembered: 'As last time.',
  notThere: 'Not in the file',
  fields: {
    upn: 'UPN',
    pupilRef: 'Pupil ID',
    firstName: 'First name',
    lastName: 'Last name',
    preferredName: 'Preferred name',
    dateOfBirth: 'Date of birth',
    sex: 'Sex',
    class: 'Class',
    yearGroup: 'Year group',
  } satisfies Record<ExportField, string>,
  missingClasses: (number: number): string =>
    plural(number, { one: '1 class is not here yet', other: `${String(number)} classes are not here yet` }),
  missingClassesWhy:
    'Say which year group each belongs to and add them here, or mend the name in the file. A new class follows the class restrictions.',
  missingClass: (name: string, pupils: number): string => `${name}, ${count(pupils, 'pupil', 'pupils')}`,
  notAdded: 'Do not add',
  addClasses: 'Add these classes',
  noClassChosen: 'Choose a year group for at least one class.',
  classesAdded: (number: number): string => `${count(number, 'class', 'classes')} added.`,
  faulty: (faults: number): string => `${count(faults, 'thing needs', 'things need')} mending`,
  faultyHint: (file: string): string =>
    `${file}. Nothing has been written. Match the columns below, or mend these in the file.`,
  clean: (rows: number): string => `${count(rows, 'row', 'rows')}, no faults`,
  cleanHint: (file: string): string => `${file}. This is what will change. Nothing is written yet.`,
  joiners: (number: number): string => count(number, 'joiner', 'joiners'),
  backAgain: (number: number): string => `${count(number, 'pupil', 'pupils')} back on roll`,
  changed: (number: number): string => count(number, 'correction', 'corrections'),
  movers: (number: number): string => count(number, 'mover', 'movers'),
  leavers: (number: number, ticked: number): string =>
    `${count(number, 'pupil', 'pupils')} not in the file, ${String(ticked)} ticked as leavers`,
  same: (number: number): string => `${count(number, 'pupil stays', 'pupils stay')} as they are.`,
  twin: 'Check: somebody of this name and date of birth is here under another number',
  moves: (from: string, to: string): string => `${from} to ${to}`,
  more: (number: number): string => `and ${String(number)} more`,
  leaversWhy: 'On roll here, but not in the file. Tick who has left; nobody else leaves.',
  whoIsMissing: 'Who is not in the file',
  tickAll: 'Tick all',
  tickNone: 'Untick all',
  on: 'Last day on roll',
  destination: 'All went to',
  destinationHint: 'Empty where you do not know',
  notWritten: 'Nothing is written yet',
  checked: 'It takes effect as soon as you write it.',
  movesWait:
    'The moves let people read more: they start when a second person confirms. The rest is written at once.',
  write: 'Write this',
  writing: 'Writing',
  nothingToDo: 'Everything is as in the file already.',
  written: 'Written.',
  waits: 'Written. The moves let people read more: they start when a second person confirms.',
  toPupils: 'Go to the pupils',
};
