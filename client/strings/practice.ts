import { plural } from '../../protocol/words/language';
import { onThis, type DeviceKind } from './device';

/** The words of practice. None of them may sound as if anything had been sent, received or told to anybody. */
export const practice = {
  tryIt: 'Try it with a practice pupil',
  tryAlerts: 'Practise with alerts',
  name: 'Practice',
  flag: 'Practice: nobody is told',
  title: 'Practice: record a concern',
  heading: 'Nothing you write here is sent',
  why: 'Everything works as in a real record, but it reaches nobody and leaves nothing in the school’s records. The pupils are invented.',
  endsAt: (time: string): string => `Practice ends at ${time}, or when you lock.`,
  endsIn: (seconds: number): string =>
    plural(seconds, {
      one: 'Practice ends in 1 second.',
      other: `Practice ends in ${String(seconds)} seconds.`,
    }),
  endsKept: 'What you wrote is kept: you choose then what becomes of it.',
  isReal: 'This is real: make it a real record',
  standing: 'Practice. Nobody is told.',
  keptHere: (device: DeviceKind, at: string): string => `Kept ${onThis(device)} for you alone, ${at}`,
  keptAsYouWrite: (device: DeviceKind): string => `What you write is kept ${onThis(device)}.`,
  wouldGoTo: 'A real one would go to:',
  send: 'Send (practice)',

  done: 'This was practice. Nobody was told.',
  doneWhy: (device: DeviceKind): string =>
    `Nothing left your ${device}. No record was made, and no safeguarding lead will see what you wrote.`,
  example: 'Example of practice: what a real record would say next',
  exampleSteps: (waiting: string): readonly { says: string; means: string }[] => [
    { says: waiting, means: 'It is sealed and cannot be read here. Nobody has been told yet.' },
    { says: 'Received, with its time and reference', means: 'The school has it.' },
    { says: '2 people alerted', means: 'Those whom the school’s rules alert.' },
    { says: 'Opened by a safeguarding lead', means: 'Somebody reads it now.' },
  ],
  finish: 'It was practice: finish',
  wasReal: 'Was this real? Send it now',
  wasRealHow:
    'It opens as a real record with your words. Choose the pupil, look through it, then press Send.',

  kept: 'You wrote this while practising',
  keptTitle: (count: number): string => plural(count, { one: 'Was this real?', other: 'Were these real?' }),
  keptWhy: 'Nobody was told of it. It is kept here until you choose.',
  ended: 'Practice has ended',
  endedWhy: 'Nobody was told, and nothing was kept.',
  began: (when: string): string => `Written ${when}`,
  throwAway: 'Throw it away',
  throwAwaySure: 'Throw away what you wrote while practising? Nobody will see it.',
  keep: 'Keep it',
  again: 'Practise again',
  home: 'Back to the dashboard',
  failed: 'This could not be done now. What you wrote is still kept here as practice. Try again.',

  strip: (count: number): string =>
    plural(count, {
      one: 'You wrote something while practising',
      other: `You wrote ${count} things while practising`,
    }),
  stripWhy: 'Nobody was told. Was it real, or may it go?',
  look: 'Look at it',
} as const;

/** Names that no school has: whoever reads one of them in a real record knows what it is. */
export const invented = {
  surname: 'Practice',
  pupils: ['Robin', 'Asha', 'Leo', 'Mina', 'Sam', 'Noor'],
  className: 'Practice class',
  year: 'Practice year',
} as const;

/** The first concern, step by step. */
export const guide = {
  title: 'Your first concern, in two minutes',
  progress: (done: number, all: number): string => `${String(done)} of ${String(all)}`,
  done: 'Done',
  steps: {
    who: 'Choose a practice pupil under “Who is this about?”. Type R, then pick Robin.',
    what: 'Write one sentence about what you saw or heard. Leave your opinion out.',
    when: 'Look at “When?”. Just now is chosen already. Say where it was.',
    kind: 'Choose what kind of concern it is. Not sure is a good answer too.',
    told: 'Say whether you have told someone in person.',
  },
  send: 'Then press “Send (practice)” at the bottom. It reaches nobody.',
};
