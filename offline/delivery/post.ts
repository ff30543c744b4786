import { fromBase64url } from '../../protocol/bytes';
import { signDelivery } from '../../protocol/delivery';
import { encodeRequest } from '../../protocol/envelope/request';
import { deliverEnvelopes, DELIVERY_HEADER, ENVELOPES_TYPE } from '../../protocol/intake';
import { LEASE_MS } from '../outbox/policy';
import type { DeviceRow } from '../vault/rows';
import { readAnswer, type Answer } from './answer';

/** What delivery needs of its runtime: the same in page, worker and test. */
export interface DeliveryTools {
  fetch: typeof fetch;
  /** device clock, ms since 1970 */
  now: () => number;
  /** 0 to 1 */
  random: () => number;
  /** null where the engine has no Web Locks: the lease and the school's idempotency are the safety */
  locks: LockManager | null;
}

/** A request ends before its lease does, so that no second flusher sends what is still on its way. */
const REQUEST_TIMEOUT_MS = LEASE_MS - 5_000;
/** Engines let 64 KiB outlive their page; below it, closing Heed does not cut a delivery. */
const KEEPALIVE_BYTES = 60_000;

/** One delivery: sealed envelopes, signed by the device, without a cookie. Never throws: no answer is an answer. */
export async function postEnvelopes(
  device: DeviceRow,
  envelopes: readonly Uint8Array[],
  tools: DeliveryTools,
): Promise<Answer> {
  const body = encodeRequest(envelopes);
  const init: RequestInit = {
    method: deliverEnvelopes.method,
    headers: {
      'content-type': ENVELOPES_TYPE,
      [DELIVERY_HEADER]: await signDelivery(device.deliveryKey, device.deliveryKeyId, body),
    },
    body,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    keepalive: body.length <= KEEPALIVE_BYTES,
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  };
  try {
    const response = await tools.fetch(deliverEnvelopes.path, init);
    return await readAnswer(response, fromBase64url(device.bundle.value.receiptPublicKey));
  } catch {
    return { kind: 'none', retryAfterMs: 0, broke: false };
  }
}
