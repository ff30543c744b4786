/** Why a decision about a concern is refused, and what to do instead. */
export const concernRefusals = {
  justTaken: 'Somebody else has just taken this. Load it again and look.',
  justClosed: 'Somebody else has just closed this.',
  noDecision: 'Write what was decided. A concern closes only with a decision.',
  openAlready: 'This is open already, or it was settled when it was checked.',
  closed: 'This concern is closed. Reopen it first; what you wrote is kept.',
  sentBefore:
    'What you sent first has arrived, with other words: it stands in the record. Look at it, then press again to send this as well.',
  changedSince:
    'This was done when you sent it first, and somebody has changed it since. Look at it, then press again if it is still right.',
  sameLevel: 'It has this level already. Choose another.',
  cannotHaveIt: 'This person has it already, or is no lead who may read it. Choose another lead.',
  cannotHaveThem:
    'This person is no lead who may read each of these concerns already, so they cannot be handed to them. Choose another lead.',
  justMarked: 'Somebody else has just marked this.',
  justUnmarked: 'Somebody else has just taken the mark off.',
};

/** Why a correction of a concern is refused. */
export const correctionRefusals = {
  ownWay: 'It goes its own way, whatever its categories.',
  sameCategories: 'It has these categories already. Choose others.',
  categoryGone: 'One of these categories is not there any more. Look at the list again.',
  justCorrected: 'Somebody else has just corrected this. Load it again and look.',
  notYet: 'That time is still to come. Choose when it happened.',
  sameTime: 'That is what it says already. Choose when it happened.',
  whichWords: 'Mark the words that are to be covered. The text may have changed: look at it again.',
  coveredAlready: 'This is covered already.',
};

/** Why another pupil is not put in the place of one. */
export const pupilRefusals = {
  noSuchChild: 'There is no such child in it.',
  justSaid: 'Somebody else has just said who this is. Load it again and look.',
  notOnRoll: 'This pupil is not on the roll. Choose another one.',
  samePupil: 'It stands under this pupil already. Choose another one.',
  inItAlready: 'This pupil is in the record already. Choose another one.',
  notYours: 'You may not open this pupil’s records, so another lead has to do this.',
};

/** Why a concern is not printed for one family. */
export const paperRefusals = {
  forWhom: 'Choose for which of its pupils it is printed.',
};

/** Why two concerns are not linked. */
export const linkRefusals = {
  itself: 'That is this concern. Choose another one.',
  linkedAlready: 'These two are linked already. Load it again and look.',
  justEnded: 'Somebody else has just ended this link. Load it again and look.',
};
