import { announceOutboxChange } from '../outbox/changes';
import type { Urgency } from '../outbox/policy';
import { countUnsent, earliestLeaseEnd, listDue } from '../outbox/store';
import { readDevice } from '../vault/device';
import { cutIntoRequests } from './batches';
import type { DeliveryTools } from './post';
import { DeliveryRun } from './run';

/** Held while one of page, tabs and worker delivers. */
const LOCK = 'heed-outbox';

/** What one flush came to. */
export interface FlushReport {
  requests: number;
  received: number;
  refused: number;
  /** rows without a receipt, afterwards */
  unsent: number;
  /** another page or the worker was at it; nothing was done here */
  busy: boolean;
  /** a request got no answer that says anything: try again, after at least `retryAfterMs` */
  unanswered: boolean;
  /** the wait that the school asked for, ms; 0 when it asked for none */
  retryAfterMs: number;
  /** device clock, ms: when the earliest lease of another flusher, which may be dead, ends; null without one */
  leasedUntil: number | null;
}

/**
 * Delivers what is due, oldest first, in as few requests as fit (envelope.md, Delivering). One flusher at a time,
 * by a lock that is only politeness: the lease on each row and the school's idempotency are the safety. Nothing
 * waiting costs no request. It ends when nothing due is left, also of what was added meanwhile, or when the school
 * does not answer.
 * @throws only when the vault cannot be read or written
 */
export async function flushOutbox(tools: DeliveryTools, urgency: Urgency = 'due'): Promise<FlushReport> {
  if (!tools.locks) return drain(tools, urgency);
  return tools.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock ? drain(tools, urgency) : reportOf(null, tools.now()),
  );
}

async function drain(tools: DeliveryTools, urgency: Urgency): Promise<FlushReport> {
  const device = await readDevice();
  const run = new DeliveryRun(tools, urgency);
  while (device && !run.stopped) {
    const due = (await listDue(tools.now(), urgency)).filter((row) => !run.seen.has(row.envelopeId));
    if (due.length === 0) break;
    // Files go one chunk at a time, so that words that are written meanwhile never wait behind 25 MB.
    const words = due.filter(({ kind }) => kind !== 'attachment');
    await run.send(device, cutIntoRequests(words.length > 0 ? words : due.slice(0, 1)));
  }
  if (run.requests > 0) announceOutboxChange();
  return reportOf(run, tools.now());
}

async function reportOf(run: DeliveryRun | null, now: number): Promise<FlushReport> {
  return {
    requests: run?.requests ?? 0,
    received: run?.received ?? 0,
    refused: run?.refused ?? 0,
    unsent: await countUnsent(),
    busy: run === null,
    unanswered: run?.stopped ?? false,
    retryAfterMs: run?.retryAfterMs ?? 0,
    leasedUntil: await earliestLeaseEnd(now),
  };
}
