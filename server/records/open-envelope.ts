import type { webcrypto } from 'node:crypto';
import { fromBase64url } from '../../protocol/bytes';
import { importHpkePrivateKey } from '../../protocol/envelope/keys';
import { parseEnvelope, type ParsedEnvelope } from '../../protocol/envelope/format';
import { openParsed, type OpenedEnvelope } from '../../protocol/envelope/open';
import type { Ground } from '../ground';
import type { HeldKey } from '../storage/key-ring';

const imported = new WeakMap<HeldKey, Promise<webcrypto.CryptoKeyPair>>();

function recipientKey(held: HeldKey): Promise<webcrypto.CryptoKeyPair> {
  let key = imported.get(held);
  if (!key) {
    key = importHpkePrivateKey(held.key, fromBase64url(held.publicKey ?? ''));
    imported.set(held, key);
  }
  return key;
}

/**
 * Opens an envelope with whichever of the school's keys it names; null where that does not open it.
 * @throws what the database does: that it does not answer says nothing about the envelope
 */
export async function openRawEnvelope(
  ground: Ground,
  schoolId: string,
  raw: Uint8Array,
): Promise<OpenedEnvelope | null> {
  const parsed = parsedOrNull(raw);
  if (!parsed) return null;
  const held = await ground.keys.find(ground.database.read, parsed.header.kid);
  if (!held || held.scope !== schoolId || held.kind !== 'envelope') return null;
  const key = await recipientKey(held);
  try {
    return await openParsed(parsed, key);
  } catch {
    return null;
  }
}

function parsedOrNull(raw: Uint8Array): ParsedEnvelope | null {
  try {
    return parseEnvelope(raw);
  } catch {
    return null;
  }
}
