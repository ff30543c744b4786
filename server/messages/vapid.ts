import { generateKeyPairSync } from 'node:crypto';
import type { Ground } from '../ground';
import { rawPublicKey } from '../school/keys';
import { ACCOUNTS } from '../storage/key-ring';

/** Both halves in base64url, as push services and browsers take them (RFC 8292). */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes the server's push identity at its first start. Changing it would end every subscription, so it never changes. */
export async function makeMissingVapidKey(ground: Ground): Promise<void> {
  if (ground.keys.all(ACCOUNTS, 'vapid').length > 0) return;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const scalar = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  const made = {
    scope: ACCOUNTS,
    kind: 'vapid',
    epoch: 0,
    key: scalar,
    publicKey: rawPublicKey(publicKey),
  } as const;
  await ground.database.write((trx) => ground.keys.make(trx, made));
}

/** @throws before makeMissingVapidKey has run. */
export function vapidKeys(ground: Ground): VapidKeys {
  const held = ground.keys.newest(ACCOUNTS, 'vapid');
  return { publicKey: held.publicKey ?? '', privateKey: held.key.toString('base64url') };
}
