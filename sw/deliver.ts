import { flushOutbox, type FlushReport } from '../offline/delivery/flush';
import type { DeliveryTools } from '../offline/delivery/post';
import { countWaiting } from '../offline/outbox/store';
import { parkLeft } from '../offline/parking/park-left';

let delivering: Promise<void> | null = null;

/**
 * Delivers what is due. What needs a person is no reason to come again.
 * @throws when anything still waits, also by the claim of a page that was closed in the middle of its delivery: the
 * browser then syncs again, and after a success it would not
 */
export async function deliverOrThrow(): Promise<void> {
  await parkAndDeliver();
  if ((await countWaiting()) > 0) throw new Error('something still waits');
}

/** Delivers beside another event, whose own work is done, and parks what was left; the rows stay where this fails. */
export async function deliverAfterEvent(): Promise<void> {
  await parkAndDeliver().catch(() => undefined);
}

/** Delivers at the first request after the worker was started, which is all that some engines give it. */
export async function deliverOnceAtStart(): Promise<void> {
  delivering ??= deliverAfterEvent();
  await delivering;
}

async function parkAndDeliver(): Promise<void> {
  await deliver();
  await parkLeft(tools(), deliver).catch(() => false);
}

function deliver(): Promise<FlushReport> {
  return flushOutbox(tools());
}

const tools = (): DeliveryTools => ({
  fetch: globalThis.fetch.bind(globalThis),
  now: Date.now,
  random: Math.random,
  locks: 'locks' in navigator ? navigator.locks : null,
});
