import type { RecordProgress } from '../../../offline/outbox/records';
import type { ReceiptStep } from '../../../offline/vault/rows';
import { clockTime } from '../../strings/times';
import type { LadderStep, NeedsYouCode } from '../../strings/status';

/**
 * What has happened to one record, as the ladder draws it: what waits, what a person has to do, and else only what
 * the school has answered. Without its receipt there is no step of the school's (ui.md, Status ladder).
 * @param under of an addition: the reference of the record that it is added to
 */
export function ladderOf(record: RecordProgress, under: string | null = null): LadderStep[] {
  const sent = clockTime(record.sentAt);
  if (record.state === 'waiting') return [{ kind: 'waiting', at: sent }];
  if (record.state === 'held') return [heldStep(record, sent)];
  if (record.reference === null || record.receivedAt === null) return [{ kind: 'waiting', at: sent }];
  const received = timeOf(record.receivedAt);
  return [
    { kind: 'received', at: received, reference: under ?? record.reference },
    ...record.steps.flatMap((step) => schoolStep(step)),
  ];
}

/** The school refuses it as it is: only a person can help, and a copy can be saved. Else null. */
export function needsItsAuthor({ state, code }: RecordProgress): NeedsYouCode | null {
  if (state !== 'held' || code === 'unknown-device' || code === 'client-too-old') return null;
  return code ?? 'refused';
}

function heldStep(record: RecordProgress, at: string): LadderStep {
  const why = needsItsAuthor(record);
  if (why !== null) return { kind: 'needs-you', at, why };
  return record.code === 'client-too-old' ? { kind: 'update', at } : { kind: 'sign-in', at };
}

function schoolStep({ step, at, count }: ReceiptStep): LadderStep[] {
  const time = timeOf(at);
  switch (step) {
    case 'received':
      return [];
    case 'alerted':
      return [{ kind: 'alerted', at: time, people: count ?? 1 }];
    case 'opened':
    case 'opened-by-named':
      return [{ kind: step, at: time }];
    case 'dealt-with':
      return [{ kind: 'taken', at: time }];
    case 'closed':
      return [{ kind: 'closed', at: time }];
    case 'added':
    case 'being-checked':
      return [{ kind: step, at: time }];
  }
}

function timeOf(iso: string): string {
  return clockTime(Date.parse(iso));
}
