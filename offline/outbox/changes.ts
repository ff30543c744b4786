/*
 * Page and worker tell each other that the outbox has changed, or what the device is to its school. A message carries
 * nothing: whoever hears it looks.
 */

const CHANNEL = 'heed-outbox';

/** Tells every page and the worker, this one's other listeners too, to look again. */
export function announceOutboxChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Calls `look` after each change, wherever it was made. @returns stops it */
export function onOutboxChange(look: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => look());
  return () => channel.close();
}
