import type { SendingWay } from '../../protocol/leaving';
import { plural } from '../../protocol/words/language';

/** The file of a pupil who has left, on its way to the next school. */
export const leaving = {
  title: 'File for the next school',
  due: (day: string): string => `To be handed on by ${day}`,
  late: 'Late',
  done: 'Done',
  pack: 'Make the package',
  packAgain: 'Make it again, with a new code',
  packWhat:
    'One encrypted file: the chronology, the files that you may read, and a list with their hashes. Any ZIP program that knows AES opens it, such as 7-Zip.',
  names: 'Other pupils in the chronology',
  namesAs: { letters: 'As letters (Pupil B, Pupil C)', all: 'By their names' },
  filesHint: 'Files go as they are. Look through those that are about other pupils too before you send them.',
  packing: 'Making the package',
  code: 'Code of this package',
  codeOnce:
    'Shown once, and kept nowhere. Write it down, and give it to the next school another way than the package, such as by phone.',
  hash: (sha256: string): string => `SHA-256 of the package: ${sha256}`,
  notWhole: 'The package did not come whole. Make it again.',
  made: (day: string, name: string): string => `Package made on ${day} by ${name}`,
  leftOut: (count: number): string =>
    `${plural(count, { one: '1 file is', other: `${String(count)} files are` })} not in it. The list in the package says which, and why.`,
  changed:
    'Something about this pupil has changed since the package was made. Make it again, and send the new one.',
  somebody: 'somebody',
  sentTitle: 'How was it sent?',
  how: 'How',
  ways: {
    'secure-transfer': 'Secure transfer',
    email: 'E-mail',
    'by-hand': 'By hand',
    post: 'Post, signed for',
  } satisfies Record<SendingWay, string>,
  to: 'To whom',
  toHint: 'School and person.',
  on: 'When',
  noteSent: 'It was sent',
  sent: (how: string, to: string, day: string): string => `Sent on ${day} to ${to}: ${how}`,
  receiptTitle: 'Who has received it?',
  receiptHint: 'Ask the next school to confirm. Only this ends the task.',
  name: 'Name',
  role: 'Role',
  received: 'It was received',
  receipt: (name: string, role: string, day: string): string => `Received on ${day} by ${name}, ${role}`,
  fill: 'Fill in every field.',
  notRead: (why: string): string => `How far it has come cannot be shown. ${why}`,
  retry: 'Try again',
  group: 'Files of pupils who have left',
  groupHint: 'The file goes to the next school within five school days.',
  waits: 'A file waits',
  failed: (why: string): string => `Not done yet. ${why}`,
};

/** Documents and plans that are to be looked at again. */
export const reviews = {
  group: 'Reviews that are overdue',
  groupHint: 'Look at it on the pupil’s page, then give it a new day of review or end it.',
  waits: 'A review is overdue',
  of: { document: 'Document', plan: 'Plan or order' },
};
