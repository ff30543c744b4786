import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { deliveryMessage, parseDeliveryHeader } from '../../protocol/delivery';
import { DELIVERY_HEADER } from '../../protocol/intake';
import type { DeviceActor } from '../access/actor';
import type { Ground } from '../ground';
import type { RequestFacts } from '../http/call';
import { findDeliveryKey } from './find-delivery-key';

/**
 * The device whose delivery key signed exactly these body bytes; null otherwise. A revoked device is still known:
 * what it delivers is accepted and quarantined, never refused (envelope.md, Receiving).
 */
export async function resolveDevice(
  ground: Ground,
  request: RequestFacts,
  schoolId: string | null,
  body: Uint8Array,
): Promise<DeviceActor | null> {
  const given = parseDeliveryHeader(request.header(DELIVERY_HEADER) ?? '');
  if (!given || !schoolId) return null;
  const row = await findDeliveryKey(ground.database.read, schoolId, given.keyId);
  if (!row) return null;
  // Hashed here and now: WebCrypto in Node waits for a pool thread, behind the database's (envelope.md, Receiving).
  const message = deliveryMessage(createHash('sha256').update(body).digest());
  if (!verifyRaw(row.public_key, message, given.signature)) return null;
  return {
    kind: 'device',
    schoolId,
    deviceId: row.device_id,
    deliveryKeyId: given.keyId,
    revoked: row.revoked_at !== null,
  };
}

/** Verifies an ECDSA P-256 signature (P1363) under a raw public key in base64url. */
export function verifyRaw(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha256', message, { key: publicKeyOf(publicKey), dsaEncoding: 'ieee-p1363' }, signature);
}

/** Keys that were used lately, ready to verify with: making one costs more than the verification does. */
const prepared = new Map<string, KeyObject>();
const MOST_PREPARED = 5_000;

function publicKeyOf(raw: string): KeyObject {
  const known = prepared.get(raw);
  if (known) return known;
  const key = preparePublicKey(raw);
  if (prepared.size >= MOST_PREPARED) prepared.clear();
  prepared.set(raw, key);
  return key;
}

function preparePublicKey(raw: string): KeyObject {
  const point = Buffer.from(raw, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  return createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
}
