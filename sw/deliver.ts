import { flushOutbox, type FlushReport } from '../offline/delivery/flush';

let delivering: Promise<void> | null = null;

/**
 * Delivers what is due.
 * @throws when something waits and the school did not answer, or a flusher that was killed has left its lease on it:
 *   the browser then syncs again
 */
export async function deliverOrThrow(): Promise<void> {
  const report = await deliver();
  if (report.unanswered && report.unsent > 0) throw new Error('the school did not answer');
  if (!report.busy && report.leasedUntil !== null) throw new Error('leased by a flusher that is gone');
}

/** Delivers beside another event, whose own work is done; the rows stay where this fails. */
export async function deliverAfterEvent(): Promise<void> {
  await deliver().catch(() => undefined);
}

/** Delivers at the first request after the worker was started, which is all that some engines give it. */
export async function deliverOnceAtStart(): Promise<void> {
  delivering ??= deliverAfterEvent();
  await delivering;
}

function deliver(): Promise<FlushReport> {
  return flushOutbox({
    fetch: globalThis.fetch.bind(globalThis),
    now: Date.now,
    random: Math.random,
    locks: 'locks' in navigator ? navigator.locks : null,
  });
}
