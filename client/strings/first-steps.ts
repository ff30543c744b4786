import type { FirstStep } from '../../protocol/first-steps';
import { plural } from '../../protocol/words/language';

interface StepWords {
  readonly title: string;
  readonly href: string;
  /** why, or what is missing */
  readonly open: (missing: number) => string;
}

/** What a school does before everybody begins. */
export const firstSteps = {
  title: 'First steps',
  lead: 'In this order. Each one ticks itself when it is really done.',
  progress: (done: number, all: number): string => `First steps: ${String(done)} of ${String(all)} done`,
  done: 'Done',
  notNeeded: 'Not needed',
  putAway: 'Put away',
  putAwayHint: 'You find the list again under Admin.',
  bringBack: 'Show on the dashboard again',
  notLoaded: 'The first steps could not be loaded.',
  again: 'Try again',

  steps: {
    key: {
      title: 'Your security key',
      href: '/account/keys',
      open: () => 'You need it to administer and to read alerts.',
    },
    'alert-groups': {
      title: 'Alert groups',
      href: '/admin/alert-groups',
      open: (missing) =>
        plural(missing, {
          one: '1 group has nobody in it.',
          other: `${String(missing)} groups have nobody in them.`,
        }),
    },
    'automatic-alerts': {
      title: 'Automatic alerts',
      href: '/admin/automatic-alerts',
      open: (missing) =>
        plural(missing, {
          one: '1 kind of concern reaches no safeguarding lead.',
          other: `${String(missing)} kinds of concern reach no safeguarding lead.`,
        }),
    },
    restrictions: {
      title: 'Class restrictions',
      href: '/admin/class-restrictions',
      open: () => 'Say who sees which classes, or that your school does not need it.',
    },
    test: {
      title: 'Test alert',
      href: '/account/notifications',
      open: () => 'Send one to somebody whom alerts reach, and see it arrive.',
    },
    practice: {
      title: 'Practice concern',
      href: '/record/practice',
      open: () => 'Record one with a practice pupil. It reaches nobody.',
    },
    share: {
      title: 'Share with staff',
      href: '/admin/staff/share',
      open: (missing) =>
        plural(missing, {
          one: '1 person has not been told of Heed yet.',
          other: `${String(missing)} people have not been told of Heed yet.`,
        }),
    },
  } satisfies Record<FirstStep, StepWords> as Record<FirstStep, StepWords>,

  notNeededButton: 'We do not need them',
  neededButton: 'We need them after all',
  sendTest: 'Send me a test alert',
  testSent: (devices: number, email: boolean): string =>
    devices === 0 && !email
      ? 'You have no device with notifications and no e-mail of alerts: nothing was sent.'
      : `Sent${devices === 0 ? '' : plural(devices, { one: ' to 1 device', other: ` to ${String(devices)} devices` })}${
          email ? `${devices === 0 ? '' : ' and'} to your e-mail` : ''
        }. Look whether it arrives.`,
  arrived: 'It has arrived',
  notAlerted:
    'No rule alerts you, so your own test does not count. Let a safeguarding lead send one under Account Settings, Notifications.',
};

/** Under Notifications, after a test alert. */
export const testArrived = {
  ask: 'Has the test alert arrived?',
  arrived: 'It has arrived',
  noted: 'Noted: alerts reach you. Your school sees it too.',
};
