/** Why an account elsewhere does not sign in here, and what to do instead. */
export const signInRefusals = {
  otherAccount: 'That is not the account that you sign in to Heed with.',
  notAskedAgain:
    'Your account there was not asked for its password again. Use a Heed password instead: choose one by “Forgotten your password” on the log-in page.',
  otherAddress: 'That account has another e-mail address than you have in Heed. Choose the right one there.',
  linkedAlready: 'Another account there is linked already. Remove it first.',
  linkedElsewhere: 'That account is linked with somebody else. Ask the school office.',
  unknown:
    'Nobody can log in here with that account. Log in with your e-mail address and password, or ask the school office.',
};

/** Why the set-up of a provider is not saved. */
export const providerRefusals = {
  noSecret: 'Type the client secret.',
  notAllowed: 'This server does not allow that provider. Ask whoever runs it.',
  nobodyEndsSo: 'Nobody here has an e-mail address that ends so. Check the spelling.',
};
