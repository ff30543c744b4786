import { fromBase64url, utf8 } from '../../protocol/bytes';
import { canonicalBytes } from '../../protocol/canonical-json';
import { signAuthorCall, signDelivery } from '../../protocol/delivery';
import { askChallenge, refresh, type DeviceBoard, type Roll } from '../../protocol/devices';
import { DELIVERY_HEADER } from '../../protocol/intake';
import { problemSchema, type ProblemCode } from '../../protocol/problems';
import { noteRevoked } from '../vault/revocation';
import type { DeviceRow } from '../vault/rows';
import type { DeliveryTools } from './post';

/** Thrown when the school gives nothing out: no network, a leaver, a device that was revoked. */
export class AuthorCallFailed extends Error {
  override name = 'AuthorCallFailed';
}

const REVOKED: ProblemCode = 'device-revoked';

/**
 * Board and roll for an unlocked person without a session: signed by the device, and by the author's key over a
 * one-use challenge (access.md, callers). A device that hears that it was revoked lets its pupils go.
 * @throws AuthorCallFailed
 */
export async function refreshAsAuthor(
  device: DeviceRow,
  author: { authorKeyId: string; authorKey: CryptoKey },
  tools: Pick<DeliveryTools, 'fetch'>,
): Promise<{ board: DeviceBoard; roll: Roll }> {
  const { authorKeyId, authorKey } = author;
  const given = await askChallenge.reply['~standard'].validate(
    await post(device, askChallenge.path, { authorKeyId }, tools),
  );
  if (given.issues) throw new AuthorCallFailed('no challenge');
  const { challenge } = given.value;
  const asked = canonicalBytes({ authorKeyId, challenge });
  const signature = await signAuthorCall(authorKey, fromBase64url(challenge), asked);
  const read = await refresh.reply['~standard'].validate(
    await post(device, refresh.path, { authorKeyId, challenge, signature }, tools),
  );
  if (read.issues) throw new AuthorCallFailed('no board');
  await noteRevoked(device, false);
  return read.value;
}

async function post(
  device: DeviceRow,
  path: string,
  question: object,
  tools: Pick<DeliveryTools, 'fetch'>,
): Promise<unknown> {
  const response = await postSigned(device, path, question, tools);
  if (response.ok) return response.json();
  if ((await codeOf(response)) === REVOKED) await noteRevoked(device, true);
  throw new AuthorCallFailed(`answered ${String(response.status)}`);
}

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

/** The school's own code for its refusal; null for anybody else's answer. */
async function codeOf(response: Response): Promise<string | null> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return null;
  const read = await problemSchema['~standard'].validate(await response.json());
  return read.issues ? null : read.value.code;
}
