import { fromBase64url } from '../../protocol/bytes';
import { acceptBundle, verifyBundle, type Bundle } from '../../protocol/bundle';
import { readBundle } from '../../protocol/devices';
import { announceOutboxChange } from '../outbox/changes';
import { forgetBackedUp, offerReceivedAgain } from '../outbox/store';
import { changeDevice, readDevice } from '../vault/device';
import type { DeliveryTools } from './post';

/** The bytes of the school's bundle. @throws when the school cannot be reached or answers something else */
export async function fetchBundle(tools: Pick<DeliveryTools, 'fetch'>): Promise<ArrayBuffer> {
  const response = await tools.fetch(readBundle.path, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`no bundle: ${String(response.status)}`);
  return response.arrayBuffer();
}

/**
 * Fetches the school's bundle and keeps it if the pinned identity signed it and it may take the old one's place
 * (envelope.md, Bundle). A restored school is offered again what an older store had received; bytes that its
 * backups hold are let go.
 * @returns the bundle that now counts; null before enrolment or when none could be fetched
 */
export async function refreshBundle(tools: Pick<DeliveryTools, 'fetch' | 'now'>): Promise<Bundle | null> {
  const device = await readDevice();
  if (!device) return null;
  const kept = device.bundle.value;
  const bytes = await fetchBundle(tools).catch(() => null);
  const next = bytes && (await verifyBundle(fromBase64url(device.identity), new Uint8Array(bytes)));
  if (!bytes || !next || !acceptBundle(kept, next).accepted) return null;
  // Rows first: were the page killed in between, the next bundle finds the same to do.
  const changed =
    (await offerReceivedAgain(next.storeEpoch)) + (await forgetBackedUp(tools.now(), next.backedUpThrough));
  await changeDevice({ bundle: { bytes, value: next } });
  if (changed > 0) announceOutboxChange();
  return next;
}
