/** Why a record that needs checking is not accepted or joined, and what to do instead. */
export const quarantineRefusals = {
  unreadable:
    'This could not be opened, so it cannot be accepted. Dismiss it with a reason, or leave it here.',
  everyChild: 'Choose a pupil for each child of the record.',
  notOnRoll: 'This pupil is not on the roll.',
  noSuchReference: 'You can read no record of this reference. Look at the reference again.',
  moreReaders:
    'People may read that record who may not read this one, so its text cannot go there. Accept this one instead, or choose another record.',
  justDecided: 'Somebody has just decided about this. Load it again and look.',
  noEnvelope: 'No whole envelope is in this delivery.',
};

/** Why a record that was begun and not sent is not opened. */
export const unfinishedRefusals = {
  tooSoon: 'Its author can still go on with it. It may be opened once a whole school day has passed.',
  unreadable: 'This could not be opened. Write it down anew; a safeguarding lead is told that it was begun.',
  writtenOn: 'It was written on just now. Look at the list again.',
};
