import { plural } from '../../../protocol/words/language';

/** Words of the pages about staff. */
export const staffList = {
  title: 'Staff',
  intro: (people: number, ready: number): string =>
    `${plural(people, { one: '1 person', other: `${String(people)} people` })}, ${String(ready)} ready.`,
  add: 'Add a person',
  duty: 'Duty list',
  share: 'Share with staff',
  remind: (count: number): string => `Remind those who have not, ${String(count)}`,
  caption: 'Staff and how far each has come',
  search: 'Name or e-mail',
  none: 'Nobody is in this list.',
  filter: 'Who is shown',
  all: (count: number): string => `All ${String(count)}`,
  notReady: (count: number): string => `Not ready ${String(count)}`,
  leavers: (count: number): string => `Leavers ${String(count)}`,
  missing: 'What is missing',
  anyStep: 'All steps',
  missingStep: (step: string): string => `${step}: not yet`,
  group: 'User group',
  allGroups: 'All user groups',
  name: 'Name',
  waits: 'A change waits for a second person',
  remindTitle: (count: number): string =>
    plural(count, { one: 'Remind 1 person?', other: `Remind ${String(count)} people?` }),
  remindText: (first: readonly string[], practice: readonly string[]): string =>
    [
      first.length === 0
        ? ''
        : `The first-login mail goes once more to ${sentence(first)}. They were sent one before and have not logged in yet.`,
      practice.length === 0
        ? ''
        : `A mail asks ${sentence(practice)} to practise: they have logged in and not tried a practice pupil yet.`,
    ]
      .filter(Boolean)
      .join(' '),
  remindYes: 'Send the mails',
  remindNo: 'Not now',
  nobody: 'Everybody who was sent a first-login mail has logged in and practised.',
  sent: (first: number, practice: number): string =>
    [
      first === 0 ? '' : onTheirWay(first, 'first-login mail'),
      practice === 0 ? '' : onTheirWay(practice, 'mail about practising'),
    ]
      .filter(Boolean)
      .join(' '),
};

export const standingWords = {
  steps: {
    invited: 'Invited',
    logIn: 'First login',
    key: 'Key',
    tablets: 'Tablets',
    test: 'Test alert',
    practised: 'Practised',
  },
  notYet: 'Not yet',
  notNeeded: 'Not needed',
  notSent: 'Not delivered',
  declined: 'Declined',
  toConfirm: 'To confirm',
  failed: 'Failed',
  noSlip: 'No slip yet',
  slipUntil: (day: string): string => `Slip until ${day}`,
  slipUsed: (day: string): string => `Slip used ${day}`,
  slipOver: { expired: 'Slip ran out', withdrawn: 'Slip withdrawn', ended: 'Slip ended' },
  keys: (count: number): string => plural(count, { one: '1 key', other: `${String(count)} keys` }),
  left: (day: string): string => `Left ${day}`,
};

export const staffMember = {
  back: 'Staff',
  newTitle: 'Add a person',
  newIntro: 'Nobody is mailed yet. You send the first-login mail, or make a slip, when the school is ready.',
  gone: 'This person is not on the staff list.',
  who: 'Who they are',
  rights: 'What they may do',
  standing: 'How far they have come',
  leaving: 'Leaving',
  fields: {
    title: 'Title',
    titleHint: 'Mrs, Mr, Dr. May be left empty.',
    firstName: 'First name',
    lastName: 'Last name',
    knownAs: 'Known as',
    knownAsHint: 'If colleagues use another first name.',
    jobTitle: 'Job',
    phone: 'Phone or radio',
    phoneHint: 'As the duty list shows it.',
    email: 'School e-mail address',
    emailHint: 'Needed by everybody who may view or administer. Others may do with a slip.',
    group: 'User group',
    groupHint: 'What a group may do stands under User groups and Permissions.',
    classes: 'Classes they teach',
  },
  needed: 'This cannot be empty.',
  keptByHeed: 'Heed keeps the group of this person itself.',
  noClasses: 'The school has no classes yet.',
  sendFirst: 'Send first-login mail',
  sendAgain: 'Send first-login mail again',
  sendReset: 'Mail a link for a new password',
  mailed: 'The mail is on its way.',
  noAddress: 'No e-mail address: this person cannot log in.',
  slipWhy:
    'No e-mail address: this person does not log in. With a slip they record on one tablet under their own name.',
  makeSlip: 'Make a slip',
  endSessions: 'End sessions',
  endTitle: (name: string): string => `Log ${name} out everywhere?`,
  endText:
    'Every browser in which this person is logged in at this school is logged out, and gets no more notifications. Drafts and records that wait on tablets are kept.',
  endYes: 'Log out everywhere',
  endNo: 'Leave as it is',
  ended: 'Logged out everywhere.',
  leaves: 'This person leaves',
  leavesWhy:
    'From the moment you save, nothing of theirs works any more: log-in, tablets, security keys, alerts. What they wrote stays theirs.',
  leavesUnsaved: 'Leaves when you save.',
  stays: 'Undo',
  comesBack: 'Bring back',
  comesBackWhy: 'Log-in and user group work again as before. Alert groups and duty list are as they are now.',
  comesBackUnsaved: 'Comes back when you save.',
  leftOn: (day: string): string => `This person left on ${day}.`,
  isSelf: 'This is you. Another administrator can let you leave.',
  waits: (change: string, who: string): string => `${change}. It waits: ${who}`,
  added: 'Added. Send the first-login mail, or make a slip, when you are ready.',
  addedWaits: 'This person lets somebody read more, so a second person has to confirm first.',
  duty: {
    lead: 'Safeguarding lead',
    deputy: 'Deputy',
    head: 'Head',
    chair: 'Chair',
    named: 'Told of concerns about staff',
  },
};

export const dutyList = {
  title: 'Duty list',
  intro: 'Who is found when a child needs help now, and who is alerted next when nobody answers.',
  lead: 'Safeguarding lead',
  deputies: 'Deputies, in the order in which they stand in',
  head: 'Head',
  chair: 'Chair',
  named: 'Concerns about a member of staff go to',
  namedWhy:
    'The head, unless you name somebody here. Nobody else can find such a concern, and never the person it is about: then it goes to the next of head, chair and leads.',
  namedHead: 'The head',
  addNamed: 'Name somebody instead',
  nobody: 'Nobody',
  addDeputy: 'Add a deputy',
  remove: (name: string): string => `Remove ${name}`,
  earlier: (name: string): string => `${name} earlier`,
  later: (name: string): string => `${name} later`,
  noDeputies: 'No deputy yet. With one lead alone, a concern may wait.',
  phone: (phone: string): string => `Reached by ${phone}.`,
  noPhone: 'No phone or radio is written down.',
};

function onTheirWay(count: number, what: string): string {
  if (count === 1) return `1 ${what} is on its way.`;
  return `${String(count)} ${what.replace('mail', 'mails')} are on their way.`;
}

function sentence(names: readonly string[]): string {
  const [first = '', second = '', ...more] = names;
  if (more.length > 1) return `${first}, ${second} and ${String(more.length)} more`;
  if (names.length === 3) return `${first}, ${second} and ${more[0] ?? ''}`;
  return names.join(' and ');
}

export const holdings = {
  title: 'What they hold',
  nothing: 'Nothing is left with this person.',
  concerns: (count: number): string =>
    plural(count, {
      one: '1 concern that they have taken is not closed',
      other: `${String(count)} concerns that they have taken are not closed`,
    }),
  taken: (day: string): string => `taken ${day}`,
  taker: 'Hand over to',
  chooseTaker: 'Choose a lead',
  notTheirs: (name: string): string => `${name} may not read this one`,
  noLead: 'No other lead may read them. Name another lead in the duty list first.',
  handOver: (count: number): string =>
    plural(count, { one: 'Hand over 1', other: `Hand over ${String(count)}` }),
  handedOver: (count: number, name: string): string =>
    `${plural(count, { one: '1 concern was', other: `${String(count)} concerns were` })} handed to ${name}, who is being told.`,
  unread: (count: number): string =>
    plural(count, {
      one: '1 alert that they have not read.',
      other: `${String(count)} alerts that they have not read.`,
    }),
  unfinished: (count: number): string =>
    plural(count, {
      one: '1 record that they began and did not send. The leads find it on their dashboard.',
      other: `${String(count)} records that they began and did not send. The leads find them on their dashboard.`,
    }),
  tablets: (names: readonly string[]): string => `Records on ${names.join(', ')}.`,
  alertGroups: (names: readonly string[]): string => `Is alerted with ${names.join(', ')}.`,
  duty: (roles: readonly string[]): string => `Stands in the duty list: ${roles.join(', ')}.`,
  changeDuty: 'Change the duty list',
};

export const staffKeys = {
  title: 'Security keys',
  why: 'A lost key is removed when a second person confirms, or at once with one of the person’s recovery codes. They and the leads are told.',
  own: 'Your own keys are kept under Account Settings, Security Keys.',
  added: (day: string): string => `Added ${day}`,
  used: (day: string): string => `last used ${day}`,
  neverUsed: 'not used yet',
  toConfirm: 'gives no full access until it is confirmed',
  unsaved: 'Removed when you save and a second person confirms',
  lost: 'Lost',
  lostLabel: (name: string): string => `Remove ${name}: it is lost`,
  byCode: 'With a recovery code',
  byCodeLabel: (name: string): string => `Remove ${name} with a recovery code`,
  undo: 'Undo',
  confirm: 'Confirm key',
  refuse: 'Refuse',
  confirmed: 'Confirmed. The key works from now on.',
  refused: 'Refused. The key is gone.',
  removed: 'The key is removed. The person and the leads are being told.',
  codeTitle: (name: string): string => `Remove “${name}” with a recovery code`,
  codeText: (person: string): string =>
    `Ask ${person} to read one of their recovery codes to you, in person or by phone. It is used up by this.`,
  codeLabel: 'Their recovery code',
  codeYes: 'Remove the key',
};
