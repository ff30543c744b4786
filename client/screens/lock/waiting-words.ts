import type { OutboxSummary } from '../../../offline/outbox/records';
import type { NoticeTone } from '../../components/heed-notice';
import { lock } from '../../strings/lock';
import { status } from '../../strings/status';
import { latenessOf } from '../mine/lateness';

/** What a device says about what it has not sent yet: how many, never whose or about whom. */
export interface WaitingWords {
  tone: NoticeTone;
  heading: string;
  lines: string[];
}

/**
 * Words the waiting records of a device, locked or not; null when nothing waits.
 * @param now device clock, ms
 * @param sendsWhenClosed whether the engine sends with Heed closed: other words are true where it does not
 */
export function waitingWords(
  outbox: OutboxSummary,
  now: number,
  sendsWhenClosed: boolean,
): WaitingWords | null {
  const { unsent, actions, signIn, needsYou, updateNeeded, oldestAt } = outbox;
  if (unsent === 0) return null;
  const late = latenessOf(oldestAt ?? now, now);
  const byItself = unsent - signIn - needsYou - updateNeeded;
  const lines = [
    ...(late === 'red' ? [status.veryLongWait] : []),
    ...(byItself > 0 && late !== 'red' ? [byItselfWords(byItself, sendsWhenClosed)] : []),
    ...(signIn > 0 ? [lock.needLogIn(signIn)] : []),
    ...(updateNeeded > 0 ? [lock.needUpdate(updateNeeded)] : []),
    ...(needsYou > 0 ? [lock.needAuthor(needsYou)] : []),
  ];
  return {
    tone: late === 'red' ? 'danger' : 'warn',
    heading: lock.waiting(unsent - actions, actions),
    lines,
  };
}

function byItselfWords(count: number, sendsWhenClosed: boolean): string {
  if (count > 1) return sendsWhenClosed ? lock.sendThemselves : lock.keepOpen;
  return sendsWhenClosed ? status.sendsByItself : status.keepOpen;
}
