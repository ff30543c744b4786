import { newStoredAesKey } from '../../offline/aes';
import { fetchBundle } from '../../offline/delivery/bundle';
import { announceOutboxChange } from '../../offline/outbox/changes';
import { offerHeldAgain } from '../../offline/outbox/store';
import { keepDevice, readDevice } from '../../offline/vault/device';
import type { DeviceRow } from '../../offline/vault/rows';
import { acceptBundle, verifyBundle, type Bundle } from '../../protocol/bundle';
import { fromBase64url, toBase64url } from '../../protocol/bytes';
import { exportPublicKey, generateSigningKeyPair } from '../../protocol/envelope/keys';
import { keepBoard } from './board';
import type { DeviceCalls } from './device-calls';

/** Thrown when the school's bundle is not signed by the identity that it gave: something stands in between. */
export class BundleNotProved extends Error {
  override name = 'BundleNotProved';
}

/**
 * Enrols this browser as a device of the school: a delivery key that cannot be exported, the pinned identity, the
 * bundle and the board. A tablet that was enrolled before keeps its people, drafts and outbox, and what was refused
 * as unknown is offered again.
 * @param given the name that people call it, and whether others use it as well
 * @throws BundleNotProved, and whatever the calls throw; nothing is kept then
 */
export async function enrolDeviceHere(
  calls: DeviceCalls,
  given: { name: string; shared: boolean },
  tools: { fetch: typeof fetch },
): Promise<DeviceRow> {
  const bytes = await fetchBundle(tools);
  const before = await readDevice();
  const pair = await generateSigningKeyPair(false);
  const deliveryKey = toBase64url(await exportPublicKey(pair.publicKey));
  const enrolled = await calls.enrolDevice({ ...given, deliveryKey });
  const bundle = await provedBundle(enrolled.identity, bytes);
  const row: DeviceRow = {
    key: 'this',
    deviceId: enrolled.deviceId,
    deliveryKeyId: enrolled.deliveryKeyId,
    identity: enrolled.identity,
    schoolId: bundle.schoolId,
    deliveryKey: pair.privateKey,
    deviceKey: before?.deviceKey ?? (await newStoredAesKey()),
    pepper: before?.pepper ?? (await newPepper()),
    bundle: { bytes, value: bundle },
    board: before?.board ?? null,
    shared: given.shared,
  };
  await keepDevice(row);
  await offerHeldAgain();
  // Other tabs may still take it for the device that it was, which the school had removed.
  announceOutboxChange();
  await keepBoard(await calls.readBoard({ id: row.deviceId }));
  return row;
}

async function provedBundle(identity: string, bytes: ArrayBuffer): Promise<Bundle> {
  const bundle = await verifyBundle(fromBase64url(identity), new Uint8Array(bytes));
  if (!bundle || !acceptBundle(null, bundle).accepted) throw new BundleNotProved();
  return bundle;
}

async function newPepper(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}
