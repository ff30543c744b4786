/** Why something is not added to a concern, and what to do instead. */
export const actionRefusals = {
  notYet: 'That time is still to come. Choose when it happened; what is to be done has a due date.',
  leadsAlert: 'Only a safeguarding lead alerts others to it. Add it without.',
  nobodyToTell: 'Nobody whom you chose may be told of this concern. Choose somebody else.',
  leadsOnly: 'Only a safeguarding lead adds this kind of action. Add a note instead.',
  whichAgency: 'Choose the agency that it was referred to.',
  whichDay: 'Choose by which day they should answer.',
  agencyOfReferral: 'Only a referral goes to an agency.',
  agencyGone: 'This agency is no longer in the school’s list. Choose another.',
  dayOver: 'That day is over. Choose today or a later day.',
  notTheirs: 'This person cannot read the concern, so it cannot be theirs. Choose somebody else.',
};

/** Why nobody can be replied to. */
export const replyRefusals = {
  nobodyKnown: 'Nobody knows for certain who recorded this, so there is nobody to reply to.',
  left: 'Whoever recorded this has left the school.',
  aboutStaff: 'This is about a member of staff. Nothing of it is said outside its own way.',
  aboutAuthor: 'This is about the person who recorded it. Speak to them in person, if at all.',
  connected: 'Whoever recorded this is close to one of the pupils, and is told nothing more of it.',
  yourOwn: 'You recorded this yourself.',
};

/** What is wrong with a file. */
export const fileRefusals = {
  heldBack: (found: string): string => `Held back: the scanner found ${found}.`,
  strangePart: 'This is no part of this file. Choose the file again.',
};
