/** Why a change of staff is refused, and what to do instead. */
export const staffRefusals = {
  left: 'This person has left. Bring them back first.',
  /** @param what "e-mail address", "staff number" */
  leaverHasIt: (what: string): string => `Somebody with this ${what} has left. Bring them back instead.`,
  somebodyHasIt: (what: string): string => `Somebody with this ${what} is there already.`,
  groupKept: 'Heed keeps this group itself. Choose another.',
  mustLogIn: 'Whoever may view or administer has to log in. Write this person’s e-mail address.',
  anotherAdministrator: 'Ask another administrator to do this for you.',
  notLeft: 'This person has not left.',
  theirGroupKept: 'Heed keeps the group of this person itself.',
  noAddress: 'This person has no e-mail address. Write one first.',
};

/** Why no slip is made for somebody. */
export const slipRefusals = {
  logsIn: 'This person has an e-mail address. They log in, and add themselves on the tablet.',
  mustLogIn:
    'The user group of this person may view or administer, or is higher level. Write their e-mail address: they have to log in.',
};
