import { quote, type FaultWords } from './wording';

/** What a user group may do, by the sheet that gives it. */
const powers = { view: 'View', administration: 'Administration' };
export type Power = keyof typeof powers;

const powersOf = (held: readonly Power[]): string =>
  held.map((power) => `${powers[power]} rights`).join(' and ');

/** What is wrong between the cells of one row, or between a row and its neighbours. */
export const rowFaults = {
  noPupilNumber: ['This pupil has neither a UPN nor a Pupil ID', 'Write one of them'] satisfies FaultWords,
  /** A mixed class may hold pupils of such a year group; it is also what a typing fault looks like. */
  yearOfNoClass: (text: string, near: string | undefined): FaultWords => [
    `No class is in year group ${quote(text)}`,
    near === undefined ? 'Check that it is spelled as in Classes' : `Write ${quote(near)} if that is meant`,
  ],
  alertsNobody: [
    'This rule alerts nobody',
    'Write an alert group, or e-mails under Staff',
  ] satisfies FaultWords,
  emailNeeded: (group: string, power: Power): FaultWords => [
    `“E-mail” is empty, and ${quote(group)} has ${powersOf([power])}`,
    `Write this person’s e-mail, or choose a group without ${powersOf([power])}`,
  ],
  notHigherLevel: (group: string, held: readonly Power[]): FaultWords => [
    `${quote(group)} has ${powersOf(held)} but is not higher level`,
    `Write yes, or take its ${powersOf(held)} away`,
  ],
};

/** What is wrong between the settings of the sheet School. */
export const settingFaults = {
  dayEndsFirst: (starts: string, ends: string): FaultWords => [
    `The school day ends at ${ends}, before it starts at ${starts}`,
    'Correct one of the two times',
  ],
  chairOnStaff: (email: string): FaultWords => [
    `${email} is the e-mail of a member of staff`,
    'Write an e-mail that only the chair reads, or leave it empty',
  ],
  noChair: [
    'The chair has no e-mail, so an alert that nobody else may read ends with the headteacher',
    'Write the e-mail of the chair of governors',
  ] satisfies FaultWords,
};
