import type { NumberSetting } from '../../../protocol/settings';

/** A number's label, and its unit after the field. */
interface NumberWords {
  readonly label: string;
  readonly unit: string;
}

export const settings = {
  title: 'Settings',
  intro: 'Times, words and limits of the whole school. Tablets follow when they are next on the network.',
  sections: {
    lock: { title: 'Lock', hint: 'When a shared tablet locks itself. Locking loses nothing.' },
    access: { title: 'Full access and log-in', hint: 'How long somebody may be away before it ends.' },
    words: { title: 'Words', hint: 'Leave a field empty for Heed’s own words.' },
    hours: {
      title: 'School hours',
      hint: 'A shared tablet that nobody has heard of by the end of lunch stands on the leads’ dashboard.',
    },
    waiting: {
      title: 'When nobody takes a concern',
      hint: 'Those who were alerted are told again, then the next on the duty list, at last the head. Outside school hours only urgent ones go on.',
    },
    quiet: {
      title: 'Quiet hours and daily summary',
      hint: 'In quiet hours, notifications and e-mails of alerts that are not urgent wait. Urgent ones never do. Inboxes show everything at once.',
    },
    marker: {
      title: 'Many concerns about one pupil',
      hint: 'Alerts and the pupil’s page mark it (“3 concerns in 14 days”). Everybody’s marker counts only what they may read. Write 0 to mark nothing.',
    },
    limits: { title: 'Limits', hint: 'They slow a flood down. Nothing is ever refused or lost.' },
    support: {
      title: 'Who to ask about Heed',
      hint: 'Everybody sees this under Help and on the log-in page, also without a network. Requests for help are mailed to the address.',
    },
    fallback: {
      title: 'When nobody else would be told',
      hint: 'These alert groups are told. They are kept under Alert groups.',
      none: 'No group is. Choose one under Alert groups.',
    },
  },
  numbers: {
    lockIdleSeconds: { label: 'Without a touch for', unit: 'seconds' },
    lockBackgroundSeconds: { label: 'In the background for', unit: 'seconds' },
    elevationIdleMinutes: { label: 'Full access ends when unused for', unit: 'minutes' },
    elevationMostMinutes: { label: 'Full access lasts at most', unit: 'minutes' },
    sessionIdleHours: { label: 'A log-in ends when unused for', unit: 'hours' },
    escalationMinutes: { label: 'Each step waits for', unit: 'minutes' },
    markConcerns: { label: 'Mark a pupil from', unit: 'concerns' },
    markDays: { label: 'Within', unit: 'days' },
    gatherMinutes: { label: 'Gather alerts to unproved records for', unit: 'minutes' },
    revokedEnvelopes: { label: 'A revoked device may send', unit: 'records a day' },
  } satisfies Record<NumberSetting, NumberWords>,
  bounds: (least: number, most: number, usual: number): string =>
    `${String(least)} to ${String(most)}, usually ${String(usual)}`,
  outside: (least: number, most: number): string =>
    `Write a whole number from ${String(least)} to ${String(most)}`,
  danger: 'After “Child in danger now?”',
  dangerUsual: 'Heed’s own: “Find” your lead “or call 999 first. Write this after.”',
  afterSending: 'Under a record that was just sent',
  afterSendingUsual:
    'Heed’s own: “Thank you. If this was hard to hear,” your lead “can talk it over with you.”',
  tooLong: (most: number): string => `At most ${String(most)} characters`,
  support: { email: 'E-mail of support', phone: 'Phone of support', hours: 'Hours of support' },
  supportHints: {
    email: 'For example the school’s IT support.',
    phone: '',
    hours: 'For example: school days, 8:00 to 16:00.',
  },
  supportAddress: 'Write the whole e-mail address of support',
  dayStarts: 'The day starts',
  lunchEnds: 'Lunch ends',
  dayEnds: 'The day ends',
  timeNeeded: 'Write a time for each',
  terms: 'Terms',
  termsHint: 'Between them are holidays. Without any, every weekday is a school day.',
  from: 'From',
  to: 'To',
  termFrom: (number: number): string => `Term ${String(number)} from`,
  termTo: (number: number): string => `Term ${String(number)} to`,
  addTerm: 'Add a term',
  removeTerm: (number: number): string => `Remove term ${String(number)}`,
  remove: 'Remove',
  quiet: 'Quiet hours for everybody',
  dailyAt: 'Daily summaries go at',
  dailyHint: 'On school days, for automatic alerts that are told once a day.',
  dayNeeded: 'Write the first and the last day of each term',
};
