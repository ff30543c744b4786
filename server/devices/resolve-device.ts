import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { sha256 } from '../../protocol/bytes';
import { deliveryMessage, parseDeliveryHeader } from '../../protocol/delivery';
import { DELIVERY_HEADER } from '../../protocol/intake';
import type { DeviceActor } from '../access/actor';
import type { Ground } from '../ground';
import type { RequestFacts } from '../http/call';

interface DeliveryKeyRow {
  device_id: string;
  public_key: string;
  revoked_at: string | null;
}

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
  const row = (await ground.database
    .read('delivery_keys as k')
    .join('devices as d', (on) => on.on('d.id', 'k.device_id').andOn('d.school_id', 'k.school_id'))
    .where({ 'k.school_id': schoolId, 'k.id': given.keyId })
    .first('k.device_id', 'k.public_key', 'd.revoked_at')) as DeliveryKeyRow | undefined;
  if (!row) return null;
  const message = deliveryMessage(await sha256(body));
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

function publicKeyOf(raw: string): KeyObject {
  const point = Buffer.from(raw, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  return createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
}
