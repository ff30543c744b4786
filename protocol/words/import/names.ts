import { quote, type FaultWords } from './wording';

/** Things that have a name in one sheet and are named in others, within a sentence. */
const nouns = {
  class: 'class',
  'year group': 'year group',
  category: 'category',
  'user group': 'user group',
  'alert group': 'alert group',
};
type Noun = keyof typeof nouns;

const WRITE_SIBLING = 'Write the UPN of the brother or sister, or leave it empty';

/** A name that leads nowhere, or cannot be one; `near` is the name that was meant, perhaps. */
export const nameFaults = {
  meansAll: ['“*” means all and cannot be a name', 'Write a name'] satisfies FaultWords,
  /** @param home the sheet that has them */
  notThere: (noun: Noun, home: string, text: string, near: string | undefined): FaultWords => [
    `No ${nouns[noun]} ${quote(text)}`,
    near === undefined
      ? `Add it to ${home}, or write one that is there`
      : `Write ${quote(near)}, or add it to ${home}`,
  ],
  notOnStaff: (text: string, near: string | undefined): FaultWords => [
    `${quote(text)} is not a row of Staff`,
    near === undefined
      ? 'Add this person to Staff, or write somebody who is there'
      : `Write ${quote(near)}, or add this person to Staff`,
  ],
  noSibling: (text: string, near: string | undefined): FaultWords => [
    `Sibling of ${quote(text)}: no pupil has this UPN`,
    near === undefined ? WRITE_SIBLING : `Write ${quote(near)}, or leave it empty`,
  ],
  ownSibling: ['A pupil cannot be their own brother or sister', WRITE_SIBLING] satisfies FaultWords,
  belowItself: (category: string): FaultWords => [
    `${quote(category)} stands below itself`,
    'Write another parent, or leave it empty for a category at the top',
  ],
};

const KEEP_ONE = 'Keep one of the two rows';
const CORRECT_ONE = 'Correct one of them, or delete the row that is there twice';

/** What stands in two rows and may stand in one; `row` is the earlier one. */
export const twiceFaults = {
  email: (row: number): FaultWords => [
    `The same e-mail stands in row ${String(row)}`,
    'Give each person an e-mail of their own',
  ],
  /** @param column "UPN", "Pupil ID" */
  number: (column: string, row: number): FaultWords => [
    `This ${column} stands in row ${String(row)} as well`,
    CORRECT_ONE,
  ],
  name: (noun: Noun, text: string, row: number): FaultWords => [
    `The ${nouns[noun]} ${quote(text)} stands in row ${String(row)} as well`,
    CORRECT_ONE,
  ],
  pupil: (row: number): FaultWords => [
    `This pupil stands in row ${String(row)} as well`,
    'Correct the UPN or Pupil ID, or delete the row that is there twice',
  ],
  restriction: (noun: Noun, row: number): FaultWords => [
    `The same ${nouns[noun]} stands in row ${String(row)}`,
    KEEP_ONE,
  ],
  permission: (row: number): FaultWords => [
    `The same group and category stand in row ${String(row)}`,
    KEEP_ONE,
  ],
  setting: (name: string): FaultWords => [`The setting ${quote(name)} is there twice`, KEEP_ONE],
  column: (name: string): FaultWords => [`The column ${quote(name)} is there twice`, 'Keep one of them'],
  sheet: ['This sheet is there twice', 'Keep one of them'] satisfies FaultWords,
};
