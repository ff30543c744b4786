import { utf8 } from '../../protocol/bytes';
import { signDelivery } from '../../protocol/delivery';
import { DELIVERY_HEADER } from '../../protocol/intake';
import type { DeviceRow } from '../vault/rows';
import type { DeliveryTools } from './post';

/** Asks something as the device itself: signed by its delivery key, without any cookie. @throws where nobody answers */
export async function postSigned(
  device: DeviceRow,
  path: string,
  question: object,
  tools: Pick<DeliveryTools, 'fetch'>,
): Promise<Response> {
  const body = utf8(JSON.stringify(question));
  const headers = {
    'content-type': 'application/json',
    [DELIVERY_HEADER]: await signDelivery(device.deliveryKey, device.deliveryKeyId, body),
  };
  return tools.fetch(path, {
    method: 'POST',
    headers,
    body,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
}
