import { matterDay } from '../matters';

/** Why a change of a pupil's page is refused, and what to do instead. */
export const matterRefusals = {
  whyTakenOut: 'Write why it is taken out. What stood there is kept.',
  whenBegun: 'Choose the day on which it began.',
  whichAgency: 'Write which agency it is.',
  whichSchool: 'Write which school it is.',
  whatTo: 'Write what they are to each other, for example “cousin”.',
  beforeItBegan: 'That is before it began. Choose a later day.',
  otherKind: 'What it is cannot be changed. Take it out, and add it anew.',
  samePupil: 'Choose another pupil.',
  noSuchPupil: 'This pupil is not here, or not for you to see. Choose another pupil.',
  noFile: 'Choose a file.',
  categoryGone: 'One of these categories is not there any more. Look at the list again.',
  contactChanged: 'This contact has been changed in the list of pupils. Look at the page again.',
  barredInList: 'The list of pupils says so already. Look at the page again.',
};

/** Why the handing on of a leaver's records is not noted. */
export const leavingRefusals = {
  done: 'The receipt is here already: this is done.',
  noPackage: 'Make the package first.',
  sentAlready: 'It stands here already how it was sent. To send it again, make the package again.',
  notSent: 'Say first how it was sent.',
  beforeSending: 'It was not sent yet on that day. Choose a later one.',
  notYet: 'That day has not come yet. Choose the day on which it happened.',
};

const deeds = {
  changed: (who: string, when: string): string => `${who} changed this ${when}. Look at it, then save again.`,
  removed: (who: string, when: string): string =>
    `${who} took this off the page ${when}. What you wrote is not saved.`,
  packed: (who: string, when: string): string =>
    `${who} made another package ${when}. Look at it, then save again.`,
};

/** What somebody did since a screen was read. */
export type UnseenDeed = keyof typeof deeds;

/** Somebody wrote since this was read. */
export const unseen = {
  deeds,
  you: 'You',
  somebody: 'Somebody else',
  /** @param time "12:43" */
  today: (time: string): string => `at ${time}`,
  /** @param day yyyy-mm-dd */
  onDay: (day: string, time: string): string => `on ${matterDay(day)} at ${time}`,
};
