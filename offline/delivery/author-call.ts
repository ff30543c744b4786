import { fromBase64url } from '../../protocol/bytes';
import { canonicalBytes } from '../../protocol/canonical-json';
import { signAuthorCall } from '../../protocol/delivery';
import { askChallenge, refresh, type DeviceBoard, type Roll } from '../../protocol/devices';
import { problemSchema, type ProblemCode } from '../../protocol/problems';
import { noteRevoked } from '../vault/revocation';
import type { DeviceRow } from '../vault/rows';
import type { DeliveryTools } from './post';
import { postSigned } from './signed-post';

/** Thrown when the school gives nothing out: no network, a leaver, a device that was revoked. */
export class AuthorCallFailed extends Error {
  override name = 'AuthorCallFailed';
}

const REVOKED: ProblemCode = 'device-revoked';

/** An unlocked person's key, which signs for them. */
export interface AuthorHere {
  authorKeyId: string;
  authorKey: CryptoKey;
}

type Tools = Pick<DeliveryTools, 'fetch'>;

/**
 * Board and roll for an unlocked person without a session (access.md, callers).
 * @throws AuthorCallFailed
 */
export async function refreshAsAuthor(
  device: DeviceRow,
  author: AuthorHere,
  tools: Tools,
): Promise<{ board: DeviceBoard; roll: Roll }> {
  const answer = await askAsAuthor(device, author, refresh.path, tools);
  const read = await refresh.reply['~standard'].validate(await answer.json());
  if (read.issues) throw new AuthorCallFailed('no board');
  await noteRevoked(device, false);
  return read.value;
}

/**
 * Calls an endpoint for an unlocked person: signed by the device, and by the author's key over a one-use challenge. A
 * device that hears that it was revoked lets its pupils go.
 * @throws AuthorCallFailed
 */
export async function askAsAuthor(
  device: DeviceRow,
  author: AuthorHere,
  path: string,
  tools: Tools,
): Promise<Response> {
  const { authorKeyId, authorKey } = author;
  const answer = await post(device, askChallenge.path, { authorKeyId }, tools);
  const given = await askChallenge.reply['~standard'].validate(await answer.json());
  if (given.issues) throw new AuthorCallFailed('no challenge');
  const { challenge } = given.value;
  const asked = canonicalBytes({ authorKeyId, challenge });
  const signature = await signAuthorCall(authorKey, fromBase64url(challenge), asked);
  return post(device, path, { authorKeyId, challenge, signature }, tools);
}

async function post(device: DeviceRow, path: string, question: object, tools: Tools): Promise<Response> {
  const response = await postSigned(device, path, question, tools);
  if (response.ok) return response;
  if ((await codeOf(response)) === REVOKED) await noteRevoked(device, true);
  throw new AuthorCallFailed(`answered ${String(response.status)}`);
}

/** The school's own code for its refusal; null for anybody else's answer. */
async function codeOf(response: Response): Promise<string | null> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return null;
  const read = await problemSchema['~standard'].validate(await response.json());
  return read.issues ? null : read.value.code;
}
