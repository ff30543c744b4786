/** Why a change of one's own account is refused, and what to do instead. */
export const accountRefusals = {
  wrongPassword: 'That is not your password. Try again.',
  wrongPasswordThere: 'That is not the password that you use for Heed at your other school. Try again.',
  nameTaken: (name: string): string =>
    `A colleague is called ${name} already. Write something that tells you apart.`,
  notJoined:
    'This school asks you to join it, and you have not accepted yet. Open the link in its mail, or log in at another school of yours and open Account Settings, Your schools.',
  noPushService: 'This is not the address of a push service.',
  noTestAlert: 'No test alert went out to you in the last day. Send one, and look whether it arrives.',
};

/** What is wrong with a password that somebody chose. */
export const weakPasswords = {
  oneCharacter: 'Use more than two different characters.',
  inARow: 'Do not use letters or digits in a row.',
  guessedFirst:
    'This is one of the passwords that are guessed first. Choose another; three unusual words are good.',
  onlyNames:
    'Do not use only your name, e-mail address or school. Choose another; three unusual words are good.',
};
