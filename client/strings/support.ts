import type { SupportRequest } from '../../protocol/support';

/** Asking for help with Heed itself. */
export const support = {
  title: 'Get help',
  lead: 'For Heed itself: a page, a code, a device. It works without a log-in and without a network.',
  ask: 'Who to ask',
  aboutChild: 'About a child: a safeguarding lead at your school. Their names stand on your dashboard.',
  askWhom: 'About Heed, the people who look after it for your school:',
  askNobody: 'About Heed: the person who looks after it at your school.',
  hours: (hours: string): string => `Hours: ${hours}`,

  likely: 'What shows on this device',
  known: 'Known problems, and what helps',
  allHelp: 'All help',

  write: 'Ask support',
  writeHint: 'Say what you did, what you expected, and what happened instead.',
  words: 'Your words',
  noNames: 'Never write a pupil’s name, or anything about a child.',
  answer: (address: string): string => `Support may answer me at ${address}`,
  answerHint: 'Adds your e-mail address to the request. Without it, ring and say the reference.',
  look: 'This is all that support gets',
  lookHint: 'Read it before you send it. Nothing else leaves this device: no names, no texts, no records.',
  collecting: 'Looking at this device',
  send: 'Send to support',
  saveFile: 'Save as a file',
  mailIt: 'Write the e-mail yourself',
  cannotSend: {
    offline: 'Without a network Heed cannot send it. Save it as a file, and pass it on when you can.',
    outside:
      'Only people who are logged in can send it from here. Save it as a file, or write the e-mail yourself.',
    noMail:
      'This server has no mail server, so Heed cannot send it. Save it as a file, or write the e-mail yourself.',
    nobody: 'Your school names no e-mail address of its support. Save it as a file, and pass it on.',
  },
  sent: (reference: string): string => `Sent. Your reference is ${reference}.`,
  saved: (reference: string): string => `Saved as a file. Your reference is ${reference}. Nothing was sent.`,
  another: 'Ask something else',
  tooLong: (most: number): string => `Write at most ${String(most)} characters`,

  mine: 'My requests',
  mineEmpty: 'You have not asked support for anything yet.',
  mineFailed: 'Your requests could not be loaded. Check the connection, then try again.',
  again: 'Try again',
  whatWasSent: 'What was sent',
  states: {
    queued: 'On its way to support',
    sent: 'Mailed to support',
    failed: 'Could not be mailed. Save it as a file and pass it on.',
    file: 'Saved as a file, not sent by Heed',
  } satisfies Record<SupportRequest['state'], string>,
  fileName: (reference: string): string => `${reference}.txt`,
};
