/** Why a change of categories is refused, and what to do instead. */
export const categoryRefusals = {
  intoItself: 'A category cannot be merged into itself. Choose another one.',
  intoBelow: 'That category stands below this one. Move it out first, then merge.',
  merged: 'This category was merged into another one. Change that one instead.',
  off: 'That category is switched off. Switch it on first, or choose another one.',
  belowItself: 'A category cannot stand below itself. Choose another place for it.',
};

/** Why a change of classes and year groups is refused. */
export const classRefusals = {
  closed: 'This class is closed. Open it again first.',
  classOpen: 'A class of this year group is still open. Close it, or move it, first.',
  yearClosed: 'This year group is closed. Open it again, or choose another one.',
  stillPupils: 'There are still pupils on roll here. Move them first.',
  teacherLeft: 'This person has left. Choose another teacher.',
};

/** Why a change of the school's own things is refused. */
export const schoolRefusals = {
  noPicture: 'This is no whole PNG, JPEG or WebP picture.',
  pictureSides: (least: number, most: number): string =>
    `Each side of the picture has ${String(least)} to ${String(most)} pixels.`,
  nameTaken: (name: string): string => `There is already one called “${name}”. Choose another name.`,
  dayEnds: 'The school day ends after it starts.',
};

/** Why a change of user groups is refused. */
export const groupRefusals = {
  peopleInIt: 'There are people in this group, leavers among them perhaps. Move them to another group first.',
  kept: 'Heed keeps this group itself; it cannot be changed.',
  notHigher: 'A group that can view or administer has to be higher level. Tick “Higher level” for it first.',
};

/** Why a change that would let somebody read more, or leave nobody in charge, is refused. */
export const oversightRefusals = {
  letsReadMore: 'This change would now let people read more than the list showed. Look at the list again.',
  makerGone:
    'Whoever made this change no longer administers here, so it is over. Make it again if it is right.',
  noAdministrator:
    'After this nobody could administer the school any more. Give somebody else that right first.',
  noLead: 'After this there would be no safeguarding lead. Put somebody else on the duty list first.',
  noFallback:
    'After this the fallback group would be empty, and a concern could reach nobody. Add somebody first.',
};

/** Why a change of a trust's sites is refused. */
export const siteRefusals = {
  nameTaken: 'There is a site of this name already. Write another name.',
  linkOnItsWay: 'A link for this site is on its way. Withdraw that one first, or write another name.',
};
