import {
  actionKindWords,
  decidedWords,
  doneWords,
  levelFilterWords,
  levelWords,
} from '../../protocol/words/actions';
import { onThis, type DeviceKind } from './device';

export { decidedWords, levelWords };

/** What somebody adds to a concern. */
export const action = {
  title: 'Add action',
  kind: 'What kind of action',
  kinds: actionKindWords,
  label: 'What did you do or decide?',
  hint: 'What you add stays in the record. It cannot be changed later.',
  day: 'Day',
  time: 'Time',
  when: 'When it happened',
  whenHint: 'Leave both empty if it was just now.',
  whenHalf: 'Choose both the day and the time, or neither',
  future: 'That time is still to come. Choose when it happened',
  agency: 'Agency',
  chooseAgency: 'Choose an agency',
  noAgency: 'Choose the agency that it was referred to',
  noAgencies: 'The school has no list of agencies yet. An administrator adds them in Settings.',
  answerBy: 'Answer due by',
  noAnswerBy: 'Choose by which day they should answer',
  addDue: 'Something is still to be done',
  due: 'To be done by',
  dueHint: 'Who it is for is alerted once if it is late.',
  noDue: 'Choose by which day',
  alert: 'Alert somebody to it',
  alertHint: 'They are alerted at once, and may read this concern until they mark it as read.',
  alertChoose: 'Choose a group or a person',
  alertGroup: (name: string): string => `${name} (group)`,
  alertAdded: (name: string): string => `${name} will be alerted`,
  alertTold: 'Who will be alerted',
  alertNot: (name: string): string => `Do not alert ${name}`,
  addFile: 'Add a file',
  filesNotLoaded: 'Files cannot be added at the moment. Try again when the network is back.',
  fileWaits: 'A file is still being encrypted. Wait a moment, then add the action.',
  dayOver: 'That day is over. Choose today or a later day',
  owner: 'For',
  you: (name: string): string => `${name} (you)`,
  barred: 'Do not contact',
  barredWho: (contact: string, pupil: string): string => `${contact}, of ${pupil}`,
  courtOrder: (pupil: string): string => `A court order is in force: ${pupil}`,
  courtOrderHidden: 'Speak to a safeguarding lead before you contact home.',
  choicesFailed: 'Agencies and people could not be loaded.',
  retry: 'Try again',
  save: 'Add to the record',
  cancel: 'Cancel',
  empty: 'Write what you did or decided',
  kept: 'What you wrote is kept while this page is open.',
  waitsHere: (device: DeviceKind): string =>
    `No connection. When you add it, it is sealed and waits ${onThis(device)}. It goes by itself when there is Wi-Fi. Nobody is told before that.`,
  noFiles: 'Files can be added only with a connection.',
  filesNeedSchool:
    'Files go only with a connection. Remove them to let your words wait here, or try again when the network is back.',
  tooLong: 'It is too long to wait here in one piece. Shorten it, or try again when the network is back.',
  notKept: 'It could not be kept here. Try again when the network is back.',
  waits: 'No connection: your action waits here. Nobody has been told yet.',
  waitsFor: 'Your action, not in the record yet',
  about: (reference: string): string => `Action for ${reference}`,
  notAdded: (why: string): string => `Not added yet. ${why}`,
};

/** What was done, and what is still to be done, in the history of a concern. */
export const done = {
  ...doneWords,
  finish: 'Mark as done',
  finishAnswer: 'Answer has come',
  finished: 'Noted as done.',
  yours: 'you',
};

/** What only who decides about a concern does. */
export const decide = {
  give: {
    button: 'Give to…',
    title: 'Give to a lead',
    save: 'Give',
    done: 'Given.',
  },
  level: {
    button: 'Set level',
    title: 'Set the level',
    save: 'Set level',
    done: 'The level is set.',
  },
  sort: {
    button: 'Change categories',
    title: 'Sort into categories',
    save: 'Change categories',
    done: 'The categories are changed.',
  },
  close: {
    button: 'Close this concern',
    title: 'Close this concern',
    // Not "Close" alone: that is the dialog's own way out.
    save: 'Close the concern',
    done: 'This concern is closed.',
  },
  reopen: {
    button: 'Reopen',
    title: 'Open it again',
    save: 'Reopen',
    done: 'This concern is open again.',
  },
  mark: {
    button: 'Mark as significant',
    title: 'Mark as significant',
    save: 'Mark',
    done: 'Marked as significant.',
  },
  unmark: {
    button: 'Take the mark off',
    title: 'No longer significant',
    save: 'Take it off',
    done: 'The mark is taken off.',
  },
  reply: {
    button: 'Reply to who recorded it',
    title: 'Reply to who recorded it',
    save: 'Send reply',
    done: 'The reply is there for them.',
  },
  pupil: {
    button: 'Wrong pupil',
    title: 'Who is this pupil?',
    save: 'Change the pupil',
    done: 'The pupil is changed.',
  },
  when: {
    button: 'Correct when it happened',
    title: 'When did it happen?',
    save: 'Correct it',
    done: 'When it happened is corrected.',
  },
  link: {
    button: 'Link with another concern',
    title: 'Link with another concern',
    save: 'Link them',
    done: 'The two are linked.',
  },
  unlink: {
    button: 'End the link',
    title: 'End the link',
    save: 'End it',
    done: 'The link has ended.',
  },
  cover: {
    button: 'Cover a passage',
    title: 'Cover a passage',
    save: 'Cover what is marked',
    done: 'The passage is covered.',
  },
  to: 'Who has it from now on',
  choose: 'Choose a lead',
  noTo: 'Choose a lead',
  toHint: 'They are alerted at once.',
  toHintOwn: 'They are alerted at once. Choose your own name to take it over.',
  nobody: 'There is no other lead who may have this concern.',
  myself: (name: string): string => `${name} (you take it over)`,
  note: 'Note for them (if you want)',
  which: 'Level',
  chooseLevel: 'Choose a level',
  categories: 'Categories',
  categoriesHint:
    'Who may read it, and whom automatic alerts tell, follows from these at once. What its author ticked stays in the record.',
  noCategory: 'Tick at least one category',
  sameCategories: 'It has these categories already. Tick others, or leave it as it is',
  noneToTick: 'There is no category that you may read concerns of.',
  decision: 'What was decided?',
  decisionHint: 'A concern closes only with a decision.',
  noDecision: 'Write what was decided',
  reason: 'Why?',
  noReason: 'Write why',
  reasonHint: 'It stays in the history of the concern.',
  notDone: (why: string): string => `Not done yet. ${why}`,
};

/** What a lead covers of a text. */
export const coverPassage = {
  which: 'Which text?',
  entry: ({ kind, part, text }: { kind: string; part: string; text: string }): string =>
    `${kindOf(kind, part)}: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
  text: 'The whole text',
  hint: 'Mark the words that are to be covered. They are kept, and shown here to leads alone. They stand on no paper and are found by no search.',
  marked: (words: string): string => `Will be covered: “${words}”`,
  nothingMarked: 'Mark the words that are to be covered',
  covered: (passages: string): string => `Covered already: ${passages}`,
  reasonHint: 'It stays in the history, for leads alone.',
};

/** When a concern happened, where its record is wrong about that. */
export const correctWhen = {
  what: 'The text stays as it was written. What was said before stays beside it, with your name and reason. The chronology, searches and counts go by the new time at once.',
  day: 'Day',
  time: 'Time',
  about: 'The time is a guess',
  noDay: 'Choose the day on which it happened',
  noTime: 'Choose the time, or about when it was',
  future: 'That time is still to come. Choose when it happened',
};

/** Which pupil a child of a concern is. */
export const correctPupil = {
  match: 'Say who the pupil is',
  what: 'It moves at once to the pupil you choose: their page, searches, counts and papers, and who may read it. Whoever was alerted only because of the other pupil loses it. Its text stays as it was written.',
  recordedAs: 'Recorded as',
  which: 'Which child of the record?',
  find: 'Find a pupil by name',
  more: (shown: number): string =>
    `The list below shows the first ${String(shown)}. Type more of the name to see the others.`,
  pupil: 'Who it is',
  choose: 'Choose a pupil',
  noSuch: { roll: 'Nobody on roll has that name.', left: 'Nobody who has left has that name.' },
  left: 'They have left the school',
  leftHint:
    'Their file may be at the next school already. A task to hand on what is new comes back to the leads.',
  leftOn: (name: string, day: string): string => `${name}, left ${day}`,
  noPupil: 'Choose who it is',
  reasonHint: 'It stays in the history, for leads alone.',
};

/** A level that is looked for. */
export const levelFilter = {
  label: 'Level',
  any: 'Any level',
  choices: { high: 'High', medium: 'Medium', low: 'Low', none: 'Not set' },
  shown: levelFilterWords,
} as const;

function kindOf(kind: string, part: string): string {
  if (kind === 'concern') return recordParts[part.replace(/-.*/, '')] ?? 'What was recorded';
  if (kind === 'file') return 'Name of a file';
  if (kind === 'addendum') return 'What its author added';
  if (kind === 'reply') return 'Reply to its author';
  return kind in actionKindWords ? 'Action' : 'Why it was decided';
}

/** Texts that stand beside what was recorded. */
const recordParts: Readonly<Record<string, string>> = {
  others: 'Others involved',
  told: 'Who was told',
  where: 'Where',
  about: 'The adult it is about',
  author: 'Name that its author typed',
  pupil: 'A child who is not on the list',
  mark: 'A mark on the body map',
};
