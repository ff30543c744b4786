/** What the mail about a change of security keys says; without the name of the device. */
export const keyChanges = {
  added: 'A security key was added to your account. It works from now on.',
  waits:
    'A security key was added to your account. It gives no full access until it is confirmed:\n' +
    'ask your safeguarding lead or administrator.',
  confirmed: 'A security key of your account was confirmed. It works from now on.',
  removed: 'A security key was removed from your account.',
  lost: 'Your school removed a lost security key from your account. Add a new one under Security Keys.',
  copied:
    'A passkey of your account was refused: its count of uses went backwards, so there may be a copy of it.\n' +
    'Remove it under Security Keys and add a new one.',
  renewed: 'New recovery codes were made for your account. The old ones no longer work.',
  recovery: 'A recovery code of your account was used. It does not work again.',
} as const;
