import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ACCOUNTS, type HeldKey, type KeyKind, type KeyRing, type Scope } from '../storage/key-ring';
import type { Transaction } from '../storage/database';
import type { Ground } from '../ground';

/** 65 bytes of an uncompressed P-256 point, base64url: how public keys travel. */
export function rawPublicKey(key: KeyObject): string {
  const jwk = key.export({ format: 'jwk' });
  const coordinate = (value: string | undefined) => Buffer.from(value ?? '', 'base64url');
  return Buffer.concat([Buffer.from([4]), coordinate(jwk.x), coordinate(jwk.y)]).toString('base64url');
}

async function makePair(
  trx: Transaction,
  keys: KeyRing,
  scope: Scope,
  kind: KeyKind,
  epoch: number,
): Promise<HeldKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ format: 'der', type: 'pkcs8' });
  return keys.make(trx, { scope, kind, epoch, key, publicKey: rawPublicKey(publicKey) });
}

/** The keys of a new school: identity, receipts, first envelope epoch, index and this year's data key. */
export async function makeSchoolKeys(trx: Transaction, ground: Ground, schoolId: string): Promise<void> {
  const { keys } = ground;
  await makePair(trx, keys, schoolId, 'identity', 0);
  await makePair(trx, keys, schoolId, 'receipt', 0);
  await makePair(trx, keys, schoolId, 'envelope', 1);
  await keys.make(trx, { scope: schoolId, kind: 'index', epoch: 0 });
  await keys.make(trx, { scope: schoolId, kind: 'data', epoch: yearOf(ground) });
}

/** Rotates the envelope key: a new epoch; the old private half is kept for as long as records are. */
export async function rotateEnvelopeKey(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
): Promise<HeldKey> {
  const newest = ground.keys.newest(schoolId, 'envelope');
  return makePair(trx, ground.keys, schoolId, 'envelope', newest.epoch + 1);
}

/** Makes what is missing at start and at the turn of a year: the accounts' keys and every scope's data key of the year. */
export async function makeMissingKeys(ground: Ground): Promise<void> {
  const year = yearOf(ground);
  const schools = await ground.database.read('schools').select('id');
  const scopes = [ACCOUNTS, ...schools.map((school) => school.id)];
  const lacking = (scope: Scope, kind: KeyKind, epoch: number) =>
    !ground.keys.all(scope, kind).some((key) => key.epoch === epoch);
  await ground.database.write(async (trx) => {
    if (lacking(ACCOUNTS, 'index', 0))
      await ground.keys.make(trx, { scope: ACCOUNTS, kind: 'index', epoch: 0 });
    for (const scope of scopes) {
      if (lacking(scope, 'data', year)) await ground.keys.make(trx, { scope, kind: 'data', epoch: year });
    }
  });
}

function yearOf(ground: Ground): number {
  return new Date(ground.clock.now()).getUTCFullYear();
}
