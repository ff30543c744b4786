import { plural } from '../../../protocol/words/language';
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
    `${list(names)} ${plural(names.length, { one: 'has', other: 'have' })} no security key that works yet, and cannot read concerns.`,
  noTest: (names: readonly string[]): string =>
    `No test alert has reached ${list(names)}. Each sends one under Account Settings, Notifications.`,
  oneLead: 'There is only one safeguarding lead. Name a deputy in the duty list.',
  address: 'Address of your school’s Heed',
  copyAddress: 'Copy address',
  text: 'First-login text',
  copyText: 'Copy text',
  people: 'Mail it or print it',
  peopleWhy:
    'The mail holds a personal link to choose a password, good for 7 days. A slip holds the steps on paper, one for each person. Whoever has no e-mail address gets a code on it, for one tablet, good for 7 days.',
  chooseNew: (count: number): string => `Choose all who were not invited, ${String(count)}`,
  chooseAll: (count: number): string => `Choose everybody, ${String(count)}`,
  chooseNone: 'Choose nobody',
  chosen: (count: number): string =>
    count === 0
      ? 'Nobody is chosen.'
      : plural(count, { one: '1 person is chosen.', other: `${String(count)} people are chosen.` }),
  noEmail: 'No e-mail address',
  loggedIn: 'Has logged in',
  invited: 'Invited',
  fresh: 'Not invited yet',
  mail: (count: number): string => `Mail ${String(count)}`,
  print: (count: number): string =>
    plural(count, { one: 'Print 1 slip', other: `Print ${String(count)} slips` }),
  mailTitle: (count: number): string =>
    plural(count, {
      one: 'Mail a first login to 1 person?',
      other: `Mail a first login to ${String(count)} people?`,
    }),
  mailText: (names: readonly string[], left: number): string =>
    `A personal link goes to ${list(names)}.${
      left === 0
        ? ''
        : ` ${String(left)} chosen without an e-mail address ${plural(left, { one: 'gets', other: 'get' })} none.`
    }`,
  mailYes: 'Send the mails',
  mailNo: 'Not now',
  nobodyToMail: 'Nobody who is chosen has an e-mail address. Print slips for them.',
  mailed: (count: number): string =>
    plural(count, { one: '1 mail is on its way.', other: `${String(count)} mails are on their way.` }),
  slips: 'Slips to print',
  makeTitle: (count: number): string =>
    plural(count, { one: 'Make a code for 1 person?', other: `Make codes for ${String(count)} people?` }),
  makeText: (names: readonly string[]): string =>
    `${list(names)} ${plural(names.length, { one: 'has', other: 'have' })} no e-mail address and ${plural(
      names.length,
      { one: 'gets', other: 'get' },
    )} a code on the slip, good for 7 days and one tablet. An older code that was not used yet stops working. Hand each slip to its person and to nobody else: who has it can record under that name.`,
  makeYes: 'Make and print',
  makeNo: 'Not now',
  made: (count: number): string =>
    plural(count, { one: '1 code is made', other: `${String(count)} codes are made` }),
  madeOnce: 'Shown only here and now. Nobody can look them up later.',
  printAgain: 'Print again',
  code: (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code,
  slipsGiven: 'Slips with a code',
  slipsCaption: 'Slips with a code, newest first',
  slipsSearch: 'Name or tablet',
  noSlips: 'No slip has been made yet.',
  slipFor: 'For',
  slipState: 'How it stands',
  slipTablet: 'Tablet',
  slipDeed: 'Change',
  madeBy: (name: string, day: string): string => `made by ${name}, ${day}`,
  states: {
    open: (until: string, _used: string): string => `Good until ${until}`,
    used: (_until: string, used: string): string => `Used ${used}`,
    expired: (until: string, _used: string): string => `Ran out ${until}`,
    withdrawn: (_until: string, _used: string): string => 'Withdrawn',
    ended: (_until: string, used: string): string => `Used ${used}, ended`,
  },
  withdraw: 'Withdraw',
  withdrawLabel: (name: string): string => `Withdraw the slip of ${name}`,
  withdrawTitle: (name: string): string => `Withdraw the slip of ${name}?`,
  withdrawText: 'The code stops working at once. A new slip can be made at any time.',
  withdrawn: (name: string): string => `The slip of ${name} is withdrawn.`,
  end: 'End',
  endLabel: (name: string, tablet: string): string => `End what ${name} has on ${tablet}`,
  endTitle: (name: string, tablet: string): string => `End what ${name} has on ${tablet}?`,
  endText:
    'The tablet gets no more pupil lists for this person. What they still send from it arrives, and a safeguarding lead checks it first. A new slip can be made at any time.',
  ended: (name: string): string => `The slip of ${name} is ended.`,
  keep: 'Leave as it is',
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
  stepsWithCode: (): readonly string[] => [
    'Take one of the school’s tablets to where there is Wi-Fi, and open Heed',
    `Choose “${lock.haveSlip}” and type this code`,
    'Choose a PIN of 6 digits or more. It is yours alone: tell nobody',
    'From then on, tap your name and type your PIN on that tablet, also without Wi-Fi',
  ],
  codeGood: (day: string): string =>
    `Good once, on one tablet, until ${day}. If a child is in danger now, find a safeguarding lead first.`,
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
