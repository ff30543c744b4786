import { invented } from './practice';

/** Alerts of invented children, for a lead who practises. */
export const practiceDesk = {
  title: 'Practice: alerts',
  why: 'These alerts are invented. The buttons work as in real ones, but nobody is told, and nothing is kept.',
  endsAt: (time: string): string => `Practice ends at ${time}, or when you lock.`,
  ended: 'Practice has ended. Nothing was kept.',
  again: 'Practise again',
  home: 'Back to the dashboard',
  tasks: 'Try this',
  task: {
    open: 'Open the urgent alert.',
    take: 'Press “I’ll take this”.',
    act: 'Add an action: what you did first.',
    read: 'Press “Mark as read”. You could undo it for 10 minutes.',
  },
  done: 'Done',
  allDone: 'You have done everything once. In real alerts every step stands in the record.',
  action: 'What did you do?',
  actionHint: 'For example: Rang home. Nobody answered.',
  elevate: 'Real alerts open only with full access: “Elevate Your Access”, then the code of your phone.',
  author: 'Ms Practice',
  team: 'Safeguarding team, by rule: practice',
  alerts: [
    {
      first: invented.pupils[0],
      initials: 'RP',
      reference: 'PR4C',
      urgent: true,
      category: 'Physical injury',
      colour: '#B3261E',
      text: 'Robin came in from break holding the left arm. There is a mark above the elbow as wide as two fingers. Robin said: “It was at home.”',
      place: 'Playground',
    },
    {
      first: invented.pupils[1],
      initials: 'AP',
      reference: 'PR7T',
      urgent: false,
      category: 'Behaviour',
      colour: '#C47F00',
      text: 'Asha sat alone at lunch again and left the food. Asha said that nothing was wrong.',
      place: 'Dining hall',
    },
  ],
} as const;
