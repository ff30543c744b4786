import type { ImportedWhat, ImportSheet } from '../../../protocol/changes/import';
import type { ChangedHere } from '../../../protocol/import-again';
import { plural } from '../../../protocol/words/language';

const count = (number: number, one: string, many: string): string =>
  plural(number, { one: `1 ${one}`, other: `${String(number)} ${many}` });
const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const parts: Readonly<Record<ImportedWhat, (number: number) => string>> = {
  add: (number) => `${String(number)} new`,
  change: (number) => count(number, 'change', 'changes'),
  move: (number) => count(number, 'move', 'moves'),
};

export const importAgain = {
  title: 'Import the spreadsheet again',
  intro: 'The school’s set-up spreadsheet, beside the school as it is now.',
  choose: 'Choose the spreadsheet',
  another: 'Choose another file',
  again: 'Choose the mended file',
  hint: 'The .xlsx file that set this school up, or a newer one with the same sheets. Up to 10 MB.',
  howItGoes: 'How it goes',
  howSteps: [
    'Change the spreadsheet that set the school up, and choose it here.',
    'Look at each sheet: what is new, what changes, who moves.',
    'Tick the sheets that are right. Those about rights start unticked, and say what was changed here meanwhile.',
    'Import. What lets anybody read more waits for a second person. Nothing and nobody is ever removed.',
  ],
  reading: 'Reading the file.',
  cannotRead: 'This file cannot be read. Close it in other programs, then choose it again.',
  faulty: (faults: number): string => `${count(faults, 'thing needs', 'things need')} mending`,
  faultyHint: (file: string): string => `${file}. Nothing has been written. Mend these in the file.`,
  clean: (rows: number): string => `${count(rows, 'row', 'rows')}, no faults`,
  cleanHint: (file: string): string => `${file}. This is what it says anew. Nothing is written yet.`,
  withheld: (sheets: readonly ImportSheet[]): string =>
    `Not compared: ${joined(sheets)}. They need other parts of the administration.`,
  warnings: (number: number): string => count(number, 'thing to look at', 'things to look at'),
  sheets: 'What is new in the sheets',
  sheetNotes: {
    'Staff’s groups': 'The column User group of Staff',
    'Duty list': 'Lead, deputies and head of School',
  } satisfies Partial<Record<ImportSheet, string>> as Partial<Record<ImportSheet, string>>,
  tick: (sheet: ImportSheet): string => `Import ${sheet}`,
  aboutRights: 'About rights',
  counts: (numbers: Readonly<Record<ImportedWhat, number>>, same: number): string =>
    [
      ...(['add', 'change', 'move'] as const).flatMap((what) =>
        numbers[what] > 0 ? [parts[what](numbers[what])] : [],
      ),
      ...(same > 0 ? [`${String(same)} the same`] : []),
    ].join(', '),
  groups: {
    add: (number) => `New (${String(number)})`,
    change: (number) => `Changes (${String(number)})`,
    move: (number) => `Moves (${String(number)})`,
  } satisfies Record<ImportedWhat, (number: number) => string>,
  field: (name: string, from: string, to: string): string =>
    from === '' ? `${name}: ${to}` : `${name}: ${from} → ${to || 'nothing'}`,
  addsTo: (name: string, items: string): string => `${name}: adds ${items}`,
  needs: (sheet: ImportSheet, names: readonly string[]): string =>
    `First needs ${joined(names)}: import ${sheet} as well`,
  waitsAlready: 'waits for a second person already',
  more: (number: number): string => `and ${String(number)} more`,
  changedHere: (number: number, when: string): string =>
    `Changed here since it was last imported, ${when} (${String(number)})`,
  notChangedHere: (when: string): string => `Not changed here since it was last imported, ${when}.`,
  neverImported: 'No earlier import of it is known.',
  mayUndo: 'Where the file says otherwise, importing this sheet changes it back.',
  here: {
    add: 'added here',
    change: '',
    gone: 'removed here',
  } satisfies Record<ChangedHere['rows'][number]['what'], string>,
  asTheyAre: (sheets: readonly ImportSheet[]): string => `Nothing new in ${joined(sheets)}.`,
  leftAlone: (sheet: ImportSheet, titles: readonly string[]): string =>
    `${sheet}: ${joined(titles)}: left, closed or removed here, so left alone.`,
  leavers: 'Perhaps left',
  leaversWhy: 'Here, but not in the file. Nobody is removed: open a page to say that somebody has left.',
  leaversOf: {
    Staff: (number: number): string => count(number, 'member of staff', 'members of staff'),
    Pupils: (number: number): string => count(number, 'pupil', 'pupils'),
  },
  nothingToDo: 'Everything is as in the file already.',
  notWritten: (ticked: number, sheets: number): string =>
    `${String(ticked)} of ${count(sheets, 'sheet', 'sheets')} ticked. Nothing is written yet`,
  mayWait: 'What lets anybody read more waits for a second person.',
  write: 'Import',
  writing: 'Importing',
  stale: (why: string): string => `${why} What stands below is new.`,
  done: 'Done',
  waits: 'Waits for a second person',
  waitsHint: 'It lets somebody read more, and starts when it is confirmed.',
  byItself: 'Nobody else can confirm it: it starts by itself after a day.',
  toPending: 'See what waits',
  refused: 'Not imported',
  later: 'Left for later',
  laterHint: 'These name somebody or something that is not here yet. The same file brings them afterwards.',
  result: (sheet: ImportSheet, what: ImportedWhat, titles: readonly string[]): string => {
    const more = titles.length - 3;
    const named = more > 0 ? `${titles.slice(0, 3).join(', ')} and ${String(more)} more` : joined(titles);
    return `${sheet}, ${parts[what](titles.length)}: ${named}`;
  },
  laterLine: (sheet: ImportSheet, title: string, names: readonly string[]): string =>
    `${sheet}, ${title}: needs ${joined(names)}`,
  finished: 'Imported.',
  finishedWaits: 'Imported. Some of it waits for a second person.',
  nothingDone: 'Nothing was imported.',
};
