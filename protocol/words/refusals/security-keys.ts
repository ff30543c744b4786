/** Why a security key is not added, used or removed, and what to do instead. */
export const keyRefusals = {
  proveWithOwn: 'You have a security key already. Type its current code, or a recovery code, to add another.',
  codeOrRecovery: 'Type the 6 digits of your authenticator, or one recovery code.',
  begunTooLongAgo:
    'This was begun too long ago, or your password or your keys were changed meanwhile. Nothing is saved: begin again.',
  usedThere: (site: string, seconds: number): string =>
    `You used this code at ${site}. Wait ${String(seconds)} s for the next one.`,
  noRecoveryCode: 'That is none of your recovery codes. Check each letter.',
  /** @param lead who may confirm it, and `school` where that is at another one */
  waits: (lead: string | null, school: string | null): string => {
    const ask = lead === null ? 'Ask whoever runs Heed for your school' : `Ask ${lead} or your administrator`;
    const where = school === null ? '' : ` at ${school}`;
    return `This security key gives no full access until it is confirmed. ${ask}${where} to confirm it.`;
  },
  recoveryCodeUsed: 'That recovery code has been used. Take another one.',
};

/** Why a passkey does not work here. */
export const passkeyRefusals = {
  noneHere: 'You have no passkey here. Use a code instead.',
  doesNotLogIn: 'That passkey does not log in here. Log in with your password instead.',
  otherAddress: (own: string): string => `Passkeys do not work at this address. Open Heed at ${own}.`,
  notSaved:
    'The passkey was not saved. Add it again, and confirm it with fingerprint, face, PIN or screen lock.',
  savedBefore: 'This passkey has been saved before. Look at your list of security keys.',
  answerUsed: 'This passkey’s answer has been used. Try again.',
  perhapsCopied: 'This passkey was refused: there may be a copy of it. Remove it and add a new one.',
  didNotWork: 'That passkey did not work here. Try again, or use another of your security keys.',
};

/** Why a lost key of somebody else is not removed. */
export const lostKeyRefusals = {
  needsTheirCode: 'This key can only be removed with one of the person’s own recovery codes.',
  noneOfTheirs: 'That is none of this person’s unused recovery codes. Check each letter.',
  goneAlready: 'This key is gone already.',
  yourOwn: 'Remove a key of your own under Account Settings, Security Keys.',
};
