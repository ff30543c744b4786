import { plural } from '../../protocol/words/language';
import type { AuditHead } from '../audit/append';

const fileKinds = {
  picture: 'picture',
  pdf: 'PDF',
  word: 'Word document',
  sheet: 'spreadsheet',
  slides: 'slides',
  sound: 'sound recording',
  film: 'video',
  mail: 'e-mail',
  text: 'text',
};
export type FileKind = keyof typeof fileKinds;

/** What papers say beside the words of the screen (protocol/words). */
export const paperWords = {
  confidential: 'Confidential: safeguarding',
  printed: (name: string, moment: string): string => `Printed from Heed by ${name}, ${moment}`,
  printedBy: 'Printed by',
  on: 'Printed on',
  signs: 'Signs',
  schoolTime: (moment: string): string => `${moment}, school time`,
  audit: 'Audit',
  head: ({ seq, hash }: AuditHead): string => `Entry ${seq}: ${hash}`,
  auditWhat:
    'This is the entry of the school’s audit that says that this was printed. With its number and code, whoever runs Heed for the school can show that nothing up to it was changed or removed later.',
  letters:
    'What this paper has no letters for, such as emoji or other scripts, stands in square brackets: as its Unicode number, or as how many letters there are. On the screen it is as it was written.',

  names: 'Other pupils',
  pupilLetter: (letter: string): string => `Pupil ${letter}`,
  /** @param pupil "Pupil B" or "another pupil" */
  adultOf: (pupil: string): string => `an adult of ${pupil}`,
  lettersWhat:
    'Written as Pupil B, Pupil C and so on, the same letter for the same pupil throughout; a child who is not on the roll has a letter of that record. This was done by the names on the school’s roll and in descriptions of such children; an adult among another pupil’s contacts is an adult of Pupil B. Files have numbers in place of their names; what is in them is not changed. A person must read it through before it leaves the school: nicknames, misspelt names, initials, first names of adults, adults whom the roll does not name and what somebody can be known by are still in it. A name that is also an English word, such as Will, is found with a capital letter only.',
  /** A file in the place of its name: "File 1 (PDF, 20 kB)". @param kind null: nobody knows */
  fileNumber: (number: number, kind: FileKind | null, size: string): string =>
    `File ${number} (${kind === null ? size : `${fileKinds[kind]}, ${size}`})`,
  lettersHead: 'Other pupils as letters; to be read through before it leaves.',

  concern: {
    title: 'Concern',
    titleOf: (reference: string): string => `Concern ${reference}`,
    of: 'About',
    status: 'Status',
    level: 'Level',
    categories: 'Categories',
    notTaken: 'Nobody has picked this up yet',
    beingChecked: 'Being checked',
    closed: 'Closed',
    urgent: 'Urgent',
    files: 'Files',
    withFiles: (names: readonly string[]): string => `Files: ${names.join(', ')}`,
    filesBeside:
      'They belong to the record and are not part of this paper; Heed keeps them as they were sent.',
    size: (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} kB`,
    mark: 'Mark',
    where: 'Where',
    seen: 'What was seen',
    onSheet: (view: string, numbers: string): string => `Drawing of a body: ${view}, with ${numbers}.`,
    marks: (numbers: readonly string[]): string =>
      plural(numbers.length, { one: `mark ${numbers.join('')}`, other: `marks ${numbers.join(', ')}` }),
    drawn: (author: string, moment: string): string =>
      `Marked on screen by ${author} before ${moment}, when the record was sent; unchanged since.`,
  },

  chronology: {
    title: 'Chronology',
    titleOf: (name: string): string => `Chronology of ${name}`,
    pupil: 'Pupil',
    born: 'Born',
    age: (age: number): string => plural(age, { one: '1 year old', other: `${age} years old` }),
    class: 'Class',
    left: 'On roll',
    range: 'Range',
    rangeOf: (first: string, last: string): string => (first === last ? first : `${first} to ${last}`),
    noRange: 'No entries',
    entries: 'Entries',
    filters: 'Filter',
    noFilter: 'None: everything that this reader may read',
    order: 'Order',
    kinds: 'Show',
    fromDay: (day: string): string => `from ${day}`,
    toDay: (day: string): string => `to ${day}`,
    notIn: 'What is not in it',
    notRead: (name: string): string =>
      `Entries that ${name} may not read are not in it, and are not counted anywhere in it.`,
    filtered: (left: number): string =>
      plural(left, {
        one: '1 entry that does not fit the filter is left out.',
        other: `${left} entries that do not fit the filter are left out.`,
      }),
    contents: 'Contents',
    page: (page: number): string => `page ${page}`,
    year: (year: number, entries: string): string => `${year}: ${entries}`,
    noEntries: 'There are no entries.',
  },
  /** A help sheet: nothing in it is confidential. */
  help: {
    product: 'Heed',
    author: 'Heed',
    head: (title: string): string => `Help with Heed. ${title}`,
    foot: 'Printed from the help pages of Heed, where the newest version stands',
    note: 'Take care',
    picture: (alt: string): string => `Picture on the screen: ${alt}`,
  },
  packed: {
    columns: ['Path', 'Name', 'From', 'Bytes', 'SHA-256'],
    chronology: 'Chronology',
    leftOut: {
      damaged: 'Left out: it arrived damaged',
      notHere: 'Left out: it has not arrived',
      heldBack: 'Left out: held back by the scanner',
    },
    readMe: [
      'This package holds the file of a pupil who has left a school that uses Heed.',
      '',
      'chronology.pdf   what the school recorded, in order of when it happened',
      'files/           the files of those records, and the documents of the pupil',
      'manifest.csv     every file with its name, where it stood, its size and its SHA-256',
      '',
      'Please confirm to the school that you have it: your name, your role and the day.',
      '',
    ].join('\r\n'),
  },
};
