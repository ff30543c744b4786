import { longDay } from './times';

/** What the card about an absence says, to the person or about them. */
export interface AbsenceWords {
  readonly title: string;
  readonly hint: string;
  readonly back: string;
  readonly now: (cover: string, until: string) => string;
  readonly later: (cover: string, from: string, until: string) => string;
  readonly standsIn: (name: string, from: string, until: string) => string;
  readonly ended: string;
}

/** What is the same whoever is away. */
export const absence = {
  cover: 'Who is alerted instead',
  choose: 'Choose a colleague',
  from: 'First day away',
  until: 'Last day, if known',
  save: 'Save absence',
  change: 'Change',
  keep: 'Leave as it is',
  takeBack: 'Take it back',
  coverLeft: (cover: string): string =>
    `${cover} has left. The next person on the duty list is alerted instead. Choose somebody else.`,
  setBy: (name: string): string => `Set by ${name}.`,
  saved: (cover: string): string => `Saved. You and ${cover} are told by e-mail.`,
  savedTheirs: (name: string, cover: string): string => `Saved. ${name} and ${cover} are told by e-mail.`,
  noColleagues: 'Nobody else is on the staff list yet.',
  loading: 'Loading',
  faults: {
    cover: 'Choose who is alerted instead.',
    from: 'Choose the first day.',
    order: 'The last day is before the first. Choose a later one, or leave it empty.',
    over: 'The last day is over. Choose a later one, or leave it empty.',
  },
};

export const ownAbsence: AbsenceWords = {
  title: 'While I am away',
  hint: 'Your alerts go to a colleague meanwhile. They are told only of what they may read anyway. Everything stands in your inbox when you are back.',
  back: 'I am back',
  now: (cover, until) => `You are away${until}. Your alerts go to ${cover}.`,
  later: (cover, from, until) => `From ${from}${until} your alerts go to ${cover}.`,
  standsIn: (name, from, until) => `You stand in for ${name} from ${from}${until}.`,
  ended: 'Alerts reach you again.',
};

/** The same about somebody else. @param who their name */
export function theirAbsence(who: string): AbsenceWords {
  return {
    title: `While ${who} is away`,
    hint: 'For somebody who is ill, or has forgotten to set it. The colleague is told only of what they may read anyway.',
    back: `${who} is back`,
    now: (cover, until) => `${who} is away${until}. Alerts go to ${cover}.`,
    later: (cover, from, until) => `From ${from}${until} alerts go to ${cover}.`,
    standsIn: (name, from, until) => `${who} stands in for ${name} from ${from}${until}.`,
    ended: `Alerts reach ${who} again.`,
  };
}

/** " until Friday 27 November", or nothing where the end is not known. @param day yyyy-mm-dd */
export function untilDay(day: string | null): string {
  return day === null ? '' : ` until ${dayOf(day)}`;
}

/** A day of the school's calendar in words. @param day yyyy-mm-dd */
export function dayOf(day: string): string {
  return longDay(Date.parse(`${day}T12:00:00`));
}
