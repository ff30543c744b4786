import type { NoReply } from '../../protocol/concerns';

/** A short reply of a lead to whoever recorded a concern. */
export const reply = {
  label: 'Your reply',
  hint: 'For the person who recorded this, and nobody else there. They may know nothing but what they wrote: no other names, nothing from other records, nothing about what others decided. “Thank you, we are on it. Please write down anything more that you see.” is enough.',
  empty: 'Write your reply',
  unread: 'Not read yet',
  read: (when: string): string => `First read ${when}`,
  none: {
    unconfirmed: 'No reply: nobody knows for certain who recorded this.',
    left: 'No reply: whoever recorded this has left the school.',
    'of-staff': 'No reply: what is about a member of staff is not spoken of outside its own way.',
    'about-author': 'No reply: this is about the person who recorded it.',
    connected: 'No reply: whoever recorded this is close to one of the pupils.',
    own: '',
  } satisfies Record<NoReply, string>,
};

/** The same for whoever recorded it. */
export const ownReply = {
  title: 'Replies',
  waits: 'There is a reply for you.',
  there: 'A safeguarding lead has replied.',
  about: (reference: string, when: string): string => `Record ${reference}, ${when}`,
  open: 'Read the reply',
  openAbout: (reference: string): string => `Read the reply about record ${reference}`,
  close: 'Put it away',
  onlyHere: 'Only you can read this. It is not kept on this device.',
  failed: (why: string): string => `It could not be opened. ${why}`,
  needsConnection: 'Replies need a connection.',
};
