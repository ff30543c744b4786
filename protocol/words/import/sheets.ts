import { quote, type FaultWords } from './wording';

const copyIt = (columns: readonly string[]): string =>
  `Copy it from the empty template; it needs at least the columns ${columns.join(', ')}`;

/** A sheet, a column or a setting that is not there. */
export const missingFaults = {
  sheet: (name: string, columns: readonly string[]): FaultWords => [
    `The sheet ${quote(name)} is missing`,
    copyIt(columns),
  ],
  emptySheet: (columns: readonly string[]): FaultWords => ['This sheet is empty', copyIt(columns)],
  column: (name: string): FaultWords => [
    `The column ${quote(name)} is missing`,
    'Add a column with exactly this heading',
  ],
  setting: (name: string): FaultWords => [
    `The setting ${quote(name)} is missing`,
    'Add a row with this setting and its value',
  ],
  settingOfValue: ['“Setting” is empty', 'Write which setting this value is'] satisfies FaultWords,
  pupilNumber: [
    'There is neither a column “UPN” nor a column “Pupil ID”',
    'Add one of them: it is how a pupil is known at the next import',
  ] satisfies FaultWords,
};

/** What Heed does not know and leaves alone. */
export const leftAlone = {
  sheet: (name: string): string => `Heed knows no sheet ${quote(name)} and leaves it alone`,
  column: (name: string): string => `Heed knows no column ${quote(name)} here and leaves it alone`,
  setting: (name: string): string => `Heed knows no setting ${quote(name)} and leaves it alone`,
  unheaded: 'This column has no heading and is left alone',
};

/** Behind the last of so many that nobody could read them. */
export const manyFaults: FaultWords = [
  'There are more faults than can be shown',
  'Mend these first and choose the file again',
];
