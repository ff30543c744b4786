import type { PushFault } from '../../protocol/notifications';
import { onThis, type DeviceKind } from './device';

export const account = {
  title: 'Account Settings',
  keys: 'Security Keys',
  devices: 'Devices',
  notifications: 'Notifications',
  details: 'Your details',
  password: 'Password',
  appearance: 'Appearance',
  kept: 'What Heed keeps',
};

export const details = {
  own: 'How colleagues see you',
  ownHint: 'In lists, in messages and on tablets. Records that were written before show it too.',
  title: 'Title',
  titleHint: 'One word, for example Mrs, Mx or Dr. It may be empty.',
  knownAs: 'Known as',
  knownAsHint: 'Only if colleagues use another first name.',
  shownAs: ({ name, formal }: { name: string; formal: string }): string =>
    name === formal ? `You are shown as ${name}.` : `You are shown as ${name}, or as ${formal}.`,
  save: 'Save',
  saved: ({ name }: { name: string }): string =>
    `Saved. Colleagues see ${name} from now on; tablets as soon as they have a connection.`,
  office: 'Kept by the school office',
  officeHint: 'These stand in the school’s staff list, and you log in with this address.',
  ask: (names: readonly string[]): string =>
    names.length === 0
      ? 'To change them, ask the school office.'
      : `To change them, ask ${names.join(' or ')}.`,
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  job: 'Job',
  noJob: 'Not given',
  loading: 'Loading your details',
};

export const kept = {
  intro: 'Heed keeps this about you as somebody who uses it:',
  kinds: [
    ['Your entry in the staff list', 'Names, job, user group, classes, phone or radio, e-mail address.'],
    [
      'Your account',
      'When it was made, when the password was chosen, quiet hours, the schools where you work.',
    ],
    ['Where you were logged in', 'Browser and kind of device, when it began and when it was last used.'],
    ['Your security keys', 'Names that you gave them and when they were used; never what makes their codes.'],
    ['Accounts that log you in', 'At Microsoft or Google: the address, when you linked it and last used it.'],
    ['Other schools', 'Those that asked you to join, your answer, and whether you may set up further sites.'],
    ['Your devices', 'Tablets and computers on which you record, and when you joined and left them.'],
    ['Notifications', 'Which browsers are told, and when each was last reached.'],
    ['Your absence', 'The days on which somebody stands in for you.'],
    ['Requests for help', 'What you asked the support of your school, word for word.'],
    [
      'Training and practice',
      'Sessions to which you come, when you first practised, and when a test alert came.',
    ],
    ['An audit', 'When you logged in, changed your password, elevated or changed a key.'],
  ] as const,
  secrets:
    'Your password and recovery codes are kept in a form that nobody can read back, and what makes the codes of your keys under lock. None of it is in the file below.',
  file: 'A copy for you',
  fileHint:
    'A text file (JSON) with all of the above. It holds nothing about pupils, records or colleagues. Keep it where nobody else reads it.',
  download: 'Download',
  fileName: (day: string): string => `heed-about-me-${day}.json`,
  saved: (file: string): string => `Downloaded as ${file}.`,
  passwordWhy: 'You logged in a while ago. Type your password, so that nobody else can take a copy.',
  records: 'Records that the school holds',
  recordsText:
    'What staff wrote about pupils, and any record in which a member of staff is named, belongs to the school. The school decides who may see it. This page says the same to everybody and cannot tell whether there is one.',
  recordsHow:
    'To ask for what the school holds about you, write to the head or to the school’s data protection officer. They have a month to answer.',
};

export const password = {
  what: 'A new password logs you out everywhere else, at every school of yours. Your PINs, security keys and drafts stay as they are, and you are told by e-mail.',
  current: 'Your password now',
  fresh: 'New password',
  button: 'Change password',
  saved: 'Your password is changed. You are logged out everywhere else.',
  wrong: 'That is not your password.',
  same: 'This is the password that you have. Choose another',
  forgotten: 'You do not know it any more?',
  forgottenLink: 'Choose one by e-mail',
};

export const keys = {
  title: 'Security Keys',
  add: 'Add new device',
  forWhom: 'This key will be for',
  checkedWith: (device: string, time: string): string => `Checked with a code from ${device}, ${time}`,
  checkedPassword: (time: string): string => `Checked with your password, ${time}`,
  scan: 'Scan this QR code',
  qr: 'QR code with the secret for your authenticator',
  orType: 'Or type this secret',
  setUpHere: 'Set up on this phone',
  setUpElsewhere: 'In another app on this phone',
  noApp: 'No authenticator app yet?',
  getApp:
    'Heed Authenticator is a page that you keep on your phone: it is in no app store. Scan this code with the phone’s camera, or open the address there, then add the page to the home screen.',
  getAppQr: 'QR code with the address of Heed Authenticator',
  openApp: 'Open Heed Authenticator',
  copySecret: 'Copy the secret',
  copied: 'Copied',
  name: 'Name',
  nameExample: 'My phone',
  code: 'Code',
  codeHint: 'The 6 digits that your authenticator shows now.',
  save: 'Save this device',
  saved: (name: string): string => `${name} is saved.`,
  savedWhere: 'Elevate Your Access now stands top right.',
  savedPending: 'It gives full access after another lead has confirmed it. Ask one of them.',
  yours: 'Your devices',
  none: 'No security key yet.',
  lastUsed: (when: string): string => `Last used ${when}`,
  neverUsed: 'Not used yet',
  waitsForLead: 'Waits for a lead to confirm',
  remove: 'Remove',
  removeSure: (name: string): string => `Remove ${name}? Its codes stop working at once.`,
  removeCode: 'Code from another of your devices',
  keep: 'Keep it',
  wrongCode: 'That code is not right. Wait for the next one. Check that your phone sets its clock by itself.',
  errors: { name: 'Write a name for this device', code: 'Write the 6 digits' },
  forWhomStart: 'This key will be for',
  checkedCode: (time: string): string => `Checked with a code of yours, ${time}`,
  begin: 'Continue',
  orRecovery: 'Or one of your recovery codes.',
  cancel: 'Cancel',
  loading: 'Loading your devices',
  why: 'A device gives you the second key: six digits that change every 30 seconds.',
};

export const passwordAgain = {
  title: 'Your password again',
  why: 'You logged in a while ago. Type your password, so that nobody else can add a key for you.',
  button: 'Continue',
  wrong: 'That is not your password.',
};

export const recovery = {
  title: 'Recovery codes',
  text: 'Ten single-use codes, for when your phone is lost. Print them now.',
  onlyOnce: 'They are not shown again.',
  print: 'Print',
  left: (count: number): string => `${count} of 10 left`,
  fresh: 'Make new codes',
  freshText: 'Ten new codes are made. The old ones stop working at once.',
  none: 'You have no recovery codes left.',
  leave: 'Leave without printing?',
  leaveText: 'The recovery codes are not shown again.',
  leaveYes: 'Leave',
  leaveNo: 'Stay',
  printedFor: (name: string): string => `Heed recovery codes of ${name}`,
};

export const elevate = {
  title: 'Elevate Your Access',
  code: '6-digit code from your authenticator',
  button: 'Authenticate',
  recovery: 'Use a recovery code',
  recoveryLabel: 'Recovery code',
  useCode: 'Use a code from your authenticator',
  help: 'How elevating works',
  wrong: 'That code is not right. Wait for the next one, and check your phone’s clock.',
  slow: (wait: string): string => `Too many tries. Try again in ${wait}.`,
  offline: 'Elevating needs a connection.',
  pending: (who: string): string => `Your key waits to be confirmed. Ask ${who}.`,
  anotherLead: 'another safeguarding lead',
  empty: 'Write the 6 digits',
};

export const devices = {
  title: 'Devices',
  here: 'This device',
  sessions: 'Where you are logged in',
  end: 'Log out there',
  endAll: 'Log out everywhere else',
  since: (when: string): string => `Since ${when}`,
  lastSeen: (when: string): string => `Last seen ${when}`,
  ended: 'Logged out there.',
  loading: 'Loading',
};

export const appearance = {
  where: (device: DeviceKind, shared: boolean): string =>
    shared
      ? `It is yours alone ${onThis(device)}: others see their own, and while it is locked it is light.`
      : `It holds ${onThis(device)} only.`,
  theme: 'Colours',
  themeHint: 'Bright light is for the playground: black on white, with strong edges.',
  themes: { auto: 'As the device', light: 'Light', dark: 'Dark', contrast: 'Bright light' },
  text: 'Size of text',
  sizes: { standard: 'Standard', larger: 'Larger', largest: 'Largest' },
  sample: 'Amira came to school without her coat for the third day this week.',
};

export const ownDevices = {
  title: 'Other devices on which you record',
  hint: 'Tablets and computers of the school that you were added to.',
  none: 'None.',
  since: (when: string): string => `You since ${when}`,
  seen: (when: string): string => `Last heard of ${when}`,
  neverSeen: 'Not heard of yet',
  leave: 'Leave',
  leaveNamed: (name: string): string => `Leave ${name}`,
  sure: 'It gets no list of pupils for you any more. Drafts that you left there stay there and open with your PIN; what was sent is still sent. To record there again, add yourself once more.',
  keep: 'Stay',
  left: (name: string): string => `You have left ${name}.`,
  loading: 'Loading your devices',
};

export const notifications = {
  title: 'Notifications',
  why: 'Heed shows a notification when an alert is for you. It never names a child.',
  on: 'Turn on notifications',
  isOn: 'On for this device.',
  blocked: 'This browser blocks notifications for Heed. Allow them in its settings, then come back.',
  notHere: 'On an iPhone or iPad, first add Heed to the Home Screen: Share, then Add to Home Screen.',
  test: 'Send me a test alert',
  tested: 'Sent. It should arrive within a minute.',
  testedNone: 'No channel reached: turn on notifications, or ask for a mail server.',
  devices: 'Devices that are told',
  none: 'No device is told yet.',
  lastSuccess: (when: string): string => `Last reached ${when}`,
  neverReached: 'Not reached yet',
  failing: (since: string, why: string): string => `Not reached since ${since}. ${why}`,
  /** Every code of the school's, as a person understands it, with what helps. */
  whyFailing: {
    gone: 'The browser gave its notifications up. Turn them on again on that device.',
    unreachable: 'The browser’s push service could not be reached. Heed tries again.',
    'time-out': 'The browser’s push service did not answer. Heed tries again.',
    busy: 'The browser’s push service is busy. Heed tries again.',
    'server-fault': 'The browser’s push service has a fault. Heed tries again.',
    refused:
      'The browser’s push service refused it. Remove this device here, then turn notifications on again there.',
    'our-key': 'The browser’s push service refused Heed itself. Tell the person who runs Heed.',
    'host-not-allowed': 'This school does not use that push service. Tell the person who runs Heed.',
  } satisfies Record<PushFault, string>,
  thisDevice: 'this device',
  remove: 'Remove',
  notSupported: 'This browser cannot show notifications. Alerts come by e-mail.',
  timedOut: 'The browser’s push service did not answer. Try again in a while.',
  emailNotWorking: 'No mail reaches anyone yet: this server has no mail server.',
  email: 'E-mail',
  emailAlso: 'Alerts by e-mail as well',
  emailHint: 'The mail says only that an alert waits. Mails about your account always come.',
  emailAnyway: 'Alerts still come by e-mail: Heed reaches no device of yours. Turn notifications on first.',
  emailIsOn: 'Alerts come by e-mail as well.',
  emailIsOff: 'E-mail is off. Alerts come to your devices.',
  unreachable: 'Alerts no longer reach this device. Turn them on again.',
  off: 'Turn off on this device',
  quiet: {
    title: 'Quiet hours',
    hint: 'Notifications and e-mails of alerts that are not urgent wait until your quiet hours end. Urgent ones always come at once, and your inbox shows everything at once.',
    label: 'I have quiet hours',
    everywhere: 'They hold at every school of yours.',
    school: (hours: string): string => `Your school has quiet hours for everybody: ${hours}.`,
    hours: (from: string, to: string, weekends: boolean): string =>
      `${from} to ${to}${weekends ? ', and Saturday and Sunday' : ''}`,
    save: 'Save',
    saved: 'Your quiet hours are saved.',
  },
};
