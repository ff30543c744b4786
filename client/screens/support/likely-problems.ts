import type { SupportReport } from '../../../protocol/support-report';

/** A clock this far off makes codes fail, s: an authenticator's code lives for 30. */
const CLOCK_OFF_S = 30;

/** Parts of the help sheet "Known problems", by the last part of their address. */
export const problemParts = [
  'nothing-arrives',
  'no-code-works',
  'no-push-on-this-iphone',
  'notifications-are-off',
  'a-record-waits',
  'a-record-needs-you',
  'a-record-is-being-checked',
  'the-clock-is-wrong',
  'a-new-version-waits',
  'this-device-may-lose-what-it-keeps',
] as const;
export type ProblemPart = (typeof problemParts)[number];

/** What of the known problems shows on this device by itself: it stands first. */
export function likelyProblems(report: SupportReport): ProblemPart[] {
  const clockOff = report.clock !== null && Math.abs(report.clock) > CLOCK_OFF_S;
  const { waiting, held, beingChecked } = report.records ?? { waiting: 0, held: 0, beingChecked: 0 };
  const signs: [ProblemPart, boolean][] = [
    ['a-record-needs-you', held > 0],
    ['a-record-waits', waiting > held],
    ['a-record-is-being-checked', beingChecked > 0],
    ['nothing-arrives', report.school === 'unreached'],
    ['the-clock-is-wrong', clockOff],
    ['no-code-works', clockOff || report.calls.includes('code-wrong') || report.calls.includes('code-used')],
    ['no-push-on-this-iphone', report.push === 'install-first'],
    ['notifications-are-off', report.push === 'blocked' || (report.fullAccess && report.push === 'off')],
    ['a-new-version-waits', report.worker === 'new-waits'],
    ['this-device-may-lose-what-it-keeps', report.enrolled && report.storage?.lasting === false],
  ];
  return signs.flatMap(([part, shows]) => (shows ? part : []));
}
