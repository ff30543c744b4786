import type { Asked } from '../support';
import type { SupportReport } from '../support-report';

const yes = (is: boolean): string => (is ? 'yes' : 'no');

const push = {
  on: 'on',
  off: 'off',
  blocked: 'blocked by the browser',
  'install-first': 'possible only from the Home Screen',
  'not-supported': 'not possible in this browser',
} satisfies Record<SupportReport['push'], string>;

const school = {
  reached: 'answers',
  unreached: 'does not answer',
  unknown: 'not asked yet',
} satisfies Record<SupportReport['school'], string>;

const worker = {
  on: 'on',
  'new-waits': 'on, a newer version waits',
  off: 'off',
} satisfies Record<SupportReport['worker'], string>;

const labels = {
  written: 'What the person wrote:',
  nothingWritten: 'Nothing',
  answer: 'Answer to',
  noAnswer: 'the person rings or writes again with this reference',
} as const;

/** The subject of its mail, whoever writes it: it names nobody. */
export const supportSubject = (reference: string): string => `Heed support request ${reference}`;

/**
 * What support gets, word for word: the page shows it before anything is sent, and the server mails or keeps the same.
 * @param answerTo address of whoever asks, or null where they did not give it
 */
export function supportText({ reference, madeAt, words, report }: Asked, answerTo: string | null): string {
  return [
    `Request ${reference} for help with Heed`,
    '',
    labels.written,
    words === '' ? labels.nothingWritten : words,
    '',
    ...linesOf(report).map(([name, value]) => `${name}: ${value}`),
    `Made (device’s clock): ${madeAt.slice(0, 16).replace('T', ' ')} UTC`,
    `${labels.answer}: ${answerTo ?? labels.noAnswer}`,
    '',
  ].join('\n');
}

function linesOf(report: SupportReport): [string, string][] {
  return [
    ['Heed', `${report.version} at ${report.host}`],
    ['Browser', `${report.browser}, on a ${report.device}`],
    ['Opened from the Home Screen or installed', yes(report.installed)],
    ['The school’s server', school[report.school]],
    ['Logged in', `${yes(report.loggedIn)}, full access: ${yes(report.fullAccess)}`],
    ['Set up for Heed', `${yes(report.enrolled)}, shared: ${yes(report.shared)}`],
    ['Unlocked', yes(report.unlocked)],
    ['Kept for use without a network', worker[report.worker]],
    ['Storage', storageLine(report.storage)],
    ['Notifications', push[report.push]],
    ...recordLines(report.records),
    ['Clock', clockLine(report.clock)],
    ['Why records wait', codes(report.delivery)],
    ['Last faults', codes(report.calls)],
  ];
}

function recordLines(records: SupportReport['records']): [string, string][] {
  if (!records) return [['Records waiting', 'not known, since what this device keeps could not be read']];
  const { waiting, held, beingChecked } = records;
  return [
    ['Records waiting', `${String(waiting)}, of them held back: ${String(held)}`],
    ['Records being checked', String(beingChecked)],
  ];
}

function storageLine(storage: SupportReport['storage']): string {
  if (!storage) return 'the browser does not say';
  const { usedMb, mostMb, lasting } = storage;
  return `${String(usedMb)} of ${String(mostMb)} MB, lasting: ${yes(lasting)}`;
}

function clockLine(seconds: number | null): string {
  if (seconds === null) return 'not compared yet';
  if (Math.abs(seconds) < 2) return 'right';
  return `${String(Math.abs(seconds))} s ${seconds > 0 ? 'slow' : 'fast'}`;
}

const codes = (list: readonly string[]): string => (list.length === 0 ? 'none' : list.join(', '));
