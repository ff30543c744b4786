/*
 * What page and worker say to each other, once. Each message carries the protocol's number: a worker and a page may
 * be of different releases, and what they do not know they ignore (platform.md, section 3).
 */

/** Grows when a message changes its meaning. */
export const WORKER_PROTOCOL = 1;

/** The tag of the worker's `sync` event. */
export const SYNC_TAG = 'heed-outbox';

/** page → worker: the person has agreed and all drafts are saved; take over. */
export interface SkipWaitingMessage {
  protocol: typeof WORKER_PROTOCOL;
  type: 'skip-waiting';
}

/** page → worker: this page was loaded without you; serve it as well. */
export interface ClaimMessage {
  protocol: typeof WORKER_PROTOCOL;
  type: 'claim';
}

/** worker → page: a notification was pressed; go there. */
export interface OpenMessage {
  protocol: typeof WORKER_PROTOCOL;
  type: 'open';
  /** path, query and fragment below this origin */
  url: string;
}

/** Whether `data` is a message of that type in this protocol. */
export function isMessage<M extends SkipWaitingMessage | ClaimMessage | OpenMessage>(
  data: unknown,
  type: M['type'],
): data is M {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as { protocol?: unknown; type?: unknown };
  return message.protocol === WORKER_PROTOCOL && message.type === type;
}
