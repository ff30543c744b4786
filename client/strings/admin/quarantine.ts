import type { Decision } from '../../../protocol/quarantine';

export const quarantine = {
  title: 'Quarantine',
  intro:
    'Records that arrived with a doubt. Nobody else is told of them until a lead has looked. None is ever deleted.',
  toCheck: (count: number): string => `To check ${String(count)}`,
  decided: (count: number): string => `Decided ${String(count)}`,
  which: 'Which records',
  noneToCheck: 'Nothing waits to be checked.',
  urgent: 'Urgent',
  from: (device: string | null, when: string): string => `${device ?? 'A device not known here'}, ${when}`,
  openedBy: (name: string): string => `Opened by ${name}`,
  notOpened: 'Not opened yet. Opening it stands in the audit.',
  open: 'Open',
  close: 'Close',
  decisions: {
    accepted: 'Accepted',
    joined: 'Joined with another record',
    dismissed: 'Dismissed',
  } satisfies Record<Decision, string>,
  decidedBy: (what: string, by: string, when: string): string => `${what} by ${by}, ${when}`,
  writtenBy: 'Written by',
  notConfirmed: (name: string): string => `${name === '' ? 'Nobody known' : name}, not confirmed`,
  noText: 'It could not be opened. Its bytes are kept.',
  twins: (references: readonly string[]): string => `Of the same draft: ${references.join(', ')}`,
  accept: 'Accept',
  acceptWhat: 'It becomes a record like any other, and those whom the school’s rules alert are told.',
  pupilFor: (described: string): string => `“${described}” is`,
  choosePupil: 'Name of a pupil, or leave empty',
  unknownPupil: 'Choose a pupil from the list, or leave it empty',
  join: 'Join',
  joinWhat: 'Its text is added to another record that you can read.',
  joinReference: 'Reference of the other record',
  dismiss: 'Dismiss',
  dismissWhat: 'It needs nothing more, such as a try-out.',
  dismissReason: 'Why',
  needed: 'Write this first',
  done: { accepted: 'Accepted.', joined: 'Joined.', dismissed: 'Dismissed.' } satisfies Record<
    Decision,
    string
  >,
};
