import { quote, type FaultWords } from './wording';

/** How to write a date. */
const DATE = 'Write dd/mm/yyyy, for example 14/03/2018';
const OTHER_NAME = 'Write another name';

/** What is wrong with one cell of a spreadsheet, whatever stands in the others. */
export const cellFaults = {
  empty: (column: string): FaultWords => [`${quote(column)} is empty`, 'Fill this cell'],
  notAChoice: (text: string, choices: readonly string[]): FaultWords => [
    `${quote(text)} is not known here`,
    `Write ${choices.join(', ')}, or leave it out`,
  ],
  namesNobody: (text: string): FaultWords => [
    `${quote(text)} names nobody`,
    'Write names, or leave it empty',
  ],
  notYesOrNo: (text: string): FaultWords => [`${quote(text)} is neither yes nor no`, 'Write yes or no'],
  notADate: (text: string): FaultWords => [`${quote(text)} is not a date`, DATE],
  notATime: (text: string): FaultWords => [
    `${quote(text)} is not a time of day`,
    'Write hours and minutes, for example 08:30',
  ],
  /** @param meant the colour that the text would be with a # before it */
  notAColour: (text: string, meant: string | null): FaultWords => [
    `${quote(text)} is not a colour`,
    meant === null ? 'Write # and six of 0–9 and A–F, for example #B3261E' : `Write ${quote(meant)}`,
  ],
  noTimeZone: (text: string): FaultWords => [
    `No time zone ${quote(text)}`,
    'Write for example Europe/London',
  ],
  notTerms: (text: string): FaultWords => [
    `${quote(text)} is not a list of terms`,
    'Write first and last days, for example 02/09/2026-23/10/2026, 02/11/2026-18/12/2026',
  ],
  tooLong: (text: string, most: number): FaultWords => [
    `${quote(text)} is longer than ${String(most)} characters`,
    'Shorten it',
  ],
};

/** What is wrong with a date of birth. */
export const birthFaults = {
  notADate: (text: string): FaultWords => [`Date of birth ${quote(text)} is not a date`, DATE],
  inFuture: (text: string): FaultWords => [`Date of birth ${quote(text)} is in the future`, DATE],
};

/** Why an e-mail address is none. */
export const emailFaults = {
  notAnAddress: (text: string, example: string): FaultWords => [
    `${quote(text)} is not an e-mail address`,
    `Write all of it, for example ${example}`,
  ],
  /** Several stand in one cell, with something else than commas between them. */
  notOneAddress: (text: string): FaultWords => [
    `${quote(text)} is not an e-mail address`,
    'Put commas between addresses, and no other sign',
  ],
};

/** Why a site cannot have this name. */
export const siteFaults = {
  heeds: (text: string): FaultWords => [`${quote(text)} is taken by Heed itself`, OTHER_NAME],
  reserved: (text: string): FaultWords => [`${quote(text)} means something else in an address`, OTHER_NAME],
  notInAddress: (text: string, example: string): FaultWords => [
    `${quote(text)} cannot stand in an address`,
    `Write only a–z, 0–9 and hyphens, for example ${example}`,
  ],
  otherThanLink: (ofLink: string, ofSheet: string): FaultWords => [
    `This link is for the site ${quote(ofLink)}, and the sheet says ${quote(ofSheet)}`,
    `Write ${quote(ofLink)} beside Site`,
  ],
};
