import { lock } from '../lock';
import { logIn } from '../log-in';

/** Words of "Share with staff": what a school tells its people when it begins. */
export const share = {
  title: 'Share with staff',
  intro: 'Nobody hears of Heed before you choose to. Copy, mail or print what they need.',
  warnings: 'Before you share',
  fine: 'Every category reaches a safeguarding lead, each lead has a key, and a test alert has arrived.',
  unreached: (names: readonly string[]): string =>
    `No safeguarding lead is alerted in ${list(names)}. Change the automatic alerts or the fallback group first.`,
  noKey: (names: readonly string[]): string =>
    `${list(names)} ${names.length === 1 ? 'has' : 'have'} no security key that works yet, and cannot read concerns.`,
  noTest: (names: readonly string[]): string =>
    `No test alert has reached ${list(names)}. Each sends one under Account Settings, Notifications.`,
  oneLead: 'There is only one safeguarding lead. Name a deputy in the duty list.',
  address: 'Address of your school’s Heed',
  copyAddress: 'Copy address',
  text: 'First-login text',
  copyText: 'Copy text',
  people: 'Mail it or print it',
  peopleWhy:
    'The mail holds a personal link to choose a password, good for 7 days. A slip holds the steps on paper, one for each person.',
  chooseNew: (count: number): string => `Choose all who were not invited, ${String(count)}`,
  chooseAll: (count: number): string => `Choose everybody, ${String(count)}`,
  chooseNone: 'Choose nobody',
  chosen: (count: number): string =>
    count === 0
      ? 'Nobody is chosen.'
      : count === 1
        ? '1 person is chosen.'
        : `${String(count)} people are chosen.`,
  noEmail: 'No e-mail address',
  loggedIn: 'Has logged in',
  invited: 'Invited',
  fresh: 'Not invited yet',
  mail: (count: number): string => `Mail ${String(count)}`,
  print: (count: number): string => (count === 1 ? 'Print 1 slip' : `Print ${String(count)} slips`),
  mailTitle: (count: number): string =>
    count === 1 ? 'Mail a first login to 1 person?' : `Mail a first login to ${String(count)} people?`,
  mailText: (names: readonly string[], left: number): string =>
    `A personal link goes to ${list(names)}.${
      left === 0
        ? ''
        : ` ${String(left)} chosen without an e-mail address ${left === 1 ? 'gets' : 'get'} none.`
    }`,
  mailYes: 'Send the mails',
  mailNo: 'Not now',
  nobodyToMail: 'Nobody who is chosen has an e-mail address. Print slips for them.',
  mailed: (count: number): string =>
    count === 1 ? '1 mail is on its way.' : `${String(count)} mails are on their way.`,
  slips: 'Slips to print',
  slipTitle: (school: string): string => `Heed at ${school}`,
  steps: (address: string, email: string): readonly string[] => [
    `Open ${address}`,
    `Under “${logIn.title}” choose “${logIn.firstTime}”`,
    `Type ${email} and choose “Reset Password”`,
    'Open the link in the mail that follows, choose a password and log in',
  ],
  stepsWithout: (): readonly string[] => [
    'Take one of the school’s tablets',
    `Choose “${lock.withoutUnlocking}”`,
    'Write your name and what you saw or heard, and choose “Send”',
    'A safeguarding lead is alerted at once. If a child is in danger now, find a lead first',
  ],
  message: (school: string, address: string): string =>
    [
      `${school} now keeps its safeguarding records in Heed:`,
      address,
      '',
      'Your first login:',
      ...share.steps(address, 'your school e-mail address').map((step, at) => `${String(at + 1)}. ${step}.`),
      '',
      'If a child is in danger now, find a safeguarding lead first. Write it in Heed after.',
    ].join('\n'),
};

function list(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
