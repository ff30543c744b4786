import type { RecordProgress } from '../../../offline/outbox/records';
import type { LadderStep } from '../../strings/status';
import { clockTime } from '../../strings/times';
import { ladderOf } from '../mine/ladder-of';

/**
 * The ladder of a record that was just sent: it begins with the device that holds it, and only steps that have
 * happened follow. While it waits it says whom the author has told in person.
 * @param told empty: nobody
 */
export function sentSteps(record: RecordProgress, told: string): LadderStep[] {
  const steps = ladderOf(record);
  const [first] = steps;
  const waiting: LadderStep = {
    kind: 'waiting',
    at: clockTime(record.sentAt),
    ...(told === '' ? {} : { told }),
  };
  if (first === undefined || first.kind === 'waiting') return [waiting];
  return first.kind === 'received' || first.kind === 'being-checked' ? [waiting, ...steps] : steps;
}
