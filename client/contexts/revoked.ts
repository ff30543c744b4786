import { onOutboxChange } from '../../offline/outbox/changes';
import { readDevice } from '../../offline/vault/device';
import { Held } from './held';

const held = new Held(false);

/**
 * Calls `listener` now and with each change: whether the school has removed this device, as far as it was told, by
 * whichever tab. @returns stops it
 */
export function watchRevoked(listener: (revoked: boolean) => void): () => void {
  const stopListening = onOutboxChange(() => void look());
  const stopWatching = held.watch(listener);
  void look();
  return () => {
    stopListening();
    stopWatching();
  };
}

/** A vault that cannot be opened says nothing of it. */
async function look(): Promise<void> {
  const device = await readDevice().catch(() => null);
  held.set(device?.revoked ?? false);
}
