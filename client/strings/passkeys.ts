/** Passkeys as security keys: on the page Security Keys, in the dialogs that ask for one, and on the log-in page. */
export const passkeys = {
  kind: 'Passkey',
  add: 'Add a passkey',
  what: 'A passkey needs no second device. You confirm that it is you with fingerprint, face or screen lock, or with a USB key and its PIN.',
  shared:
    'On a tablet that several people use, add a USB key or your own phone: never its fingerprint or screen lock.',
  nameExample: 'My laptop',
  make: 'Create the passkey',
  making: 'Follow what your browser shows',
  leave: 'Cancel',
  byNumber: (address: string): string =>
    `Passkeys do not work at this address, because it is a number. They do where Heed is opened by its name${address}.`,
  noneHere: 'This browser has no passkeys. Add a device with an authenticator app instead.',
  tooLate:
    'That took longer than five minutes, or your password or keys were changed meanwhile. Add the passkey again.',
  use: 'Use your passkey',
  instead: 'Use your passkey instead',
  elevateWhy: 'Confirm that it is you with fingerprint, face, screen lock or your USB key.',
  removeSure: (name: string): string => `Remove ${name}? It no longer logs in or gives full access.`,
  checked: (time: string): string => `Checked with your passkey, ${time}`,
  beginText: 'Use a security key that you have already, so that nobody else can add one.',
  typeInstead: 'Type a code or recovery code instead',
  logIn: 'Log in with a passkey',
  offline: 'A passkey needs a connection to the school here.',
  logInOffline: 'Logging in needs a connection. You can record without unlocking.',
  faults: {
    cancelled: 'Nothing was confirmed. Try again, or choose another way.',
    replaced: '',
    held: 'This device or USB key holds a passkey of yours already. Look at your list.',
    failed: 'The passkey did not answer. Try again, or choose another way.',
  },
};
