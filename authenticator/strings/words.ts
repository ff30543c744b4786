/** Every sentence that a person reads in Heed Authenticator, besides those of faults.ts. */
export const words = {
  name: 'Heed Authenticator',
  loading: 'Opening …',
  back: 'Back',
  keep: 'Keep it',
  save: 'Save',
  cancel: 'Cancel',
  unnamed: 'Account without a name',
  secondsLeft: (seconds: number): string => `${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`,
  offline: 'No connection. Your codes work all the same.',
  earlier: 'Did you add accounts before? They stay at the address where you added them:',
  earlierHow: 'Export them there under “Move to another phone”, then import the file here.',
  broken: {
    title: 'Heed Authenticator cannot keep anything here',
    text: 'This browser does not let the page store anything. Leave private browsing, or free some space, then try again.',
    again: 'Try again',
    failed: 'Something went wrong. Close Heed Authenticator and open it again.',
  },
};

export const pin = {
  welcome: 'The codes for your log-in, on this phone',
  what: 'Heed Authenticator shows the six digits that Heed and other services ask for. They work without a connection, and they never leave this phone.',
  choose: 'Choose a PIN',
  hint: 'At least 6 digits. It encrypts your accounts on this phone.',
  again: 'The same PIN again',
  start: 'Start',
  own: 'Use a PIN of its own, not the one that opens the phone.',
  errors: {
    short: 'Write 6 to 20 digits',
    weak: 'This PIN is one of the first that anybody would try. Choose another.',
    different: 'The two PINs differ. Write the same one twice.',
  },
  change: 'Change PIN',
  present: 'Present PIN',
  next: 'New PIN',
  changed: 'Your PIN is changed.',
};

export const unlock = {
  title: 'Locked',
  label: 'PIN',
  button: 'Unlock',
  opening: 'Checking …',
  lock: 'Lock',
  wrong: 'That PIN is not right.',
  empty: 'Write your PIN',
  wait: (seconds: number): string =>
    `Too many wrong PINs. Try again in ${seconds >= 60 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`}.`,
  forgot: 'Forgotten your PIN?',
  forgotTitle: 'Start afresh?',
  forgotText:
    'Nobody can bring the PIN back. Starting afresh removes every account from this phone. You add them again with new QR codes, or from a file that you exported.',
  forgotYes: 'Remove all and start afresh',
};

export const passkey = {
  title: 'Unlock with fingerprint, face or screen lock',
  unlock: 'Unlock with passkey',
  asking: 'Waiting for your phone …',
  why: 'A passkey of this phone opens your codes instead of the PIN. Your PIN works as before.',
  whose: 'Whoever can open this phone’s screen lock can then open your codes.',
  looking: 'Looking …',
  off: 'This browser cannot do that. Unlock with your PIN.',
  pin: 'Your PIN',
  check: 'Continue',
  ready:
    'Your PIN is right. Now the phone asks for your fingerprint, face or screen lock, more than once to be sure that it works.',
  add: 'Add passkey',
  again: 'Try again',
  added: 'You can unlock with fingerprint, face or screen lock now.',
  isOn: 'It is on, beside your PIN.',
  remove: 'Turn off',
  removed: 'Turned off. Your PIN works as before.',
  /** as the phone’s own list of passkeys calls it */
  listed: 'Codes on this phone',
  faults: {
    cancelled: 'It is not turned on yet. The phone stopped, or you did. Try again.',
    'other-secret':
      'It was not turned on: this phone does not give the same answer twice. Unlock with your PIN as before.',
    cannot: 'This browser or phone cannot do that. Nothing was turned on. Unlock with your PIN.',
  },
  notOpened: {
    cancelled: 'Nothing was unlocked. Try again, or use your PIN.',
    'other-secret': 'Your passkey did not open your codes. Use your PIN.',
    cannot: 'Your passkey cannot be reached just now. Use your PIN.',
  },
};

export const codes = {
  title: 'Your codes',
  next: (code: string): string => `Next: ${code}`,
  nextFor: (title: string, code: string): string => `Next code for ${title}: ${code}`,
  copy: 'Copy',
  copied: 'Copied',
  copyOf: (title: string): string => `Copy the code of ${title}`,
  copiedOf: (title: string): string => `Code of ${title} copied`,
  notCopied: 'This browser does not let the page copy. Type the code.',
  keeps: 'Works offline from your second visit. Locked behind your PIN.',
  none: 'No accounts yet',
  noneText:
    'In Heed open Account Settings, Security Keys, “Add new device”, and scan the QR code there. Other services show one too.',
  scan: 'Scan QR Code',
  type: 'Type the text secret',
  more: 'More',
  arrange: 'Rename, reorder, remove',
  move: 'Move to another phone',
  how: 'How to get it on a phone',
  ahead: (time: string): string =>
    `This phone’s clock is ${time} ahead. Codes may be refused. Let the phone set date and time by itself.`,
  behind: (time: string): string =>
    `This phone’s clock is ${time} behind. Codes may be refused. Let the phone set date and time by itself.`,
  seconds: (seconds: number): string => {
    if (seconds < 120) return `${seconds} seconds`;
    return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
  },
};

export const add = {
  title: 'Add an account',
  entry: 'Text secret or link',
  entryHint: 'The letters and digits that stand beside the QR code. Spaces and small letters do not matter.',
  issuer: 'Service',
  issuerHint: 'For example the name of your school.',
  name: 'Account',
  nameHint: 'Mostly your e-mail address. You may leave it empty.',
  unusual: 'Unusual settings',
  unusualHint: 'Leave them as they are unless the service names others.',
  algorithm: 'Hash',
  digits: 'Digits',
  period: 'Seconds per code',
  button: 'Add account',
  added: (title: string): string => `${title} is added.`,
  thereAlready: 'This account is here already.',
  offered: (title: string): string => `Add ${title}?`,
  offeredText: 'Heed has handed this account over. Add it only if you have just asked for it.',
  refuse: 'Do not add it',
};

export const scan = {
  title: 'Scan QR Code',
  aim: 'Hold the phone so that the whole QR code is in the picture.',
  starting: 'Starting the camera …',
  denied:
    'The camera is not allowed here. Allow it for this page in the browser’s settings, or type the text secret.',
  missing: 'There is no camera that this page can use. Type the text secret.',
  picture: 'Choose a picture of it',
  noCode: 'There is no QR code in this picture.',
  video: 'Picture of the camera',
};

export const arrange = {
  title: 'Rename, reorder, remove',
  up: (title: string): string => `Move ${title} up`,
  down: (title: string): string => `Move ${title} down`,
  rename: 'Rename',
  renameOf: (title: string): string => `Rename ${title}`,
  remove: 'Remove',
  removeOf: (title: string): string => `Remove ${title}`,
  removeTitle: (title: string): string => `Remove ${title}?`,
  removeText:
    'Its codes are gone from this phone for good. First remove this device where you log in with it, or keep another way in.',
  removed: (title: string): string => `${title} is removed.`,
  renamed: 'The new name is saved.',
  moved: (title: string, place: number, of: number): string => `${title} is now ${place} of ${of}.`,
};

export const move = {
  title: 'Move to another phone',
  out: 'Take your accounts along',
  outText: 'You get a file that opens only with its passphrase. Send it to the other phone any way you like.',
  passphrase: 'Passphrase for the file',
  passphraseHint: 'At least 12 characters. Four words that nobody would guess are good.',
  passphraseShort: 'Write at least 12 characters',
  pin: 'Your PIN',
  button: 'Export',
  exported: 'The file is saved. Whoever has it and its passphrase has your codes: delete it after the move.',
  nothing: 'There is no account to take along.',
  in: 'Bring accounts from another phone',
  inText: 'Choose the file that the other phone exported.',
  file: 'File',
  fileMissing: 'Choose the file',
  theirs: 'Passphrase of the file',
  theirsMissing: 'Write the passphrase of the file',
  importButton: 'Import',
  imported: (added: number, known: number): string => {
    const came = added === 1 ? '1 account is added.' : `${added} accounts are added.`;
    return known === 0 ? came : `${came} ${known} ${known === 1 ? 'was' : 'were'} here already.`;
  },
  faults: {
    'not-ours': 'This is not a file that Heed Authenticator exported.',
    newer:
      'This file comes from a newer Heed Authenticator. Open this page with a connection, then try again.',
    passphrase: 'This passphrase does not open the file, or the file was changed.',
  },
};

export const how = {
  title: 'How to get it on a phone',
  lead: 'Heed Authenticator is a page that you keep on your phone. It is in no app store.',
  steps: [
    'Scan the QR code under Account Settings, Security Keys, “Add new device” in Heed, or open this address on the phone.',
    'Android: open the browser’s menu and choose “Add to Home screen” or “Install app”. iPhone: press Share, then “Add to Home Screen”.',
    'Open it from the home screen, choose a PIN, and scan the QR code of your account.',
  ],
  iphone:
    'On an iPhone first add it to the home screen, then add accounts there: Safari does not share with the home screen what it keeps.',
  others:
    'Any other authenticator app works with Heed as well, and Heed Authenticator works with any service that shows such a QR code.',
  addresses:
    'Accounts stay at the address where you added them. If your school gives you another one, export them there and import them here.',
  clearing: 'Clearing the browser’s data removes your accounts. Export them once, and keep recovery codes.',
  address: 'Address',
};
