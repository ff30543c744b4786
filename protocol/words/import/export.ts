import type { ExportField } from '../../changes/upload';
import { quote, type FaultWords } from './wording';

/** Fields that every row of a pupil export needs, within a sentence. */
const fields = {
  firstName: 'first name',
  lastName: 'last name',
  dateOfBirth: 'date of birth',
  class: 'class',
} satisfies Partial<Record<ExportField, string>>;
export type NeededField = keyof typeof fields;
export const neededFields = Object.keys(fields) as NeededField[];

const CHOOSE = 'Choose the column that holds it';

/** What is wrong with the pupil export of another system. */
export const exportFaults = {
  notMatched: (field: NeededField): FaultWords => [`No column is matched with ${fields[field]}`, CHOOSE],
  numberNotMatched: [
    'No column is matched with UPN or Pupil ID',
    `${CHOOSE}: pupils are known by it`,
  ] satisfies FaultWords,
  noColumn: (heading: string): FaultWords => [`There is no column ${quote(heading)}`, 'Choose another one'],
  empty: (field: NeededField): FaultWords => [`The ${fields[field]} is empty`, 'Fill this cell'],
  noClass: (text: string, near: string | undefined): FaultWords => [
    `No class ${quote(text)}`,
    near === undefined
      ? 'Add it under Classes, or open it there again'
      : `Write ${quote(near)}, or add it under Classes`,
  ],
  noYear: (text: string): FaultWords => [
    `No year group ${quote(text)}`,
    'Write one that stands under Classes',
  ],
};
