import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { HE1_SUITE } from '../../protocol/envelope/header';
import type { Bundle } from '../../protocol/bundle';
import { canonicalBytes } from '../../protocol/canonical-json';
import { withSignature } from '../../protocol/signed-json';
import { signedMessage, type SignedPurpose } from '../../protocol/signatures';
import { DAY } from '../clock';
import type { Ground } from '../ground';
import { readSchool } from '../school/school';
import type { Reader } from '../storage/database';
import { publicHalf, type HeldKey } from '../storage/key-ring';

/** The oldest client whose envelopes are still read. */
const MIN_CLIENT = '0.1.0';
/** How long a device seals to a bundle without a notice: a term and its holidays. */
const BUNDLE_DAYS = 120;

const privateKeys = new WeakMap<HeldKey, KeyObject>();

function privateKeyOf(held: HeldKey): KeyObject {
  let key = privateKeys.get(held);
  if (!key) {
    key = createPrivateKey({ key: held.key, format: 'der', type: 'pkcs8' });
    privateKeys.set(held, key);
  }
  return key;
}

/** Signs a JSON object with one of the school's keys (envelope.md, Primitives); ECDSA P-256, P1363. */
export function signJsonAs(held: HeldKey, purpose: SignedPurpose, value: object): Uint8Array {
  // By node:crypto: WebCrypto costs a thread hop per call, and every receipt passes here (envelope.md, Receiving).
  const message = signedMessage(purpose, createHash('sha256').update(canonicalBytes(value)).digest());
  const signature = sign('sha256', message, { key: privateKeyOf(held), dsaEncoding: 'ieee-p1363' });
  return withSignature(value, signature);
}

/** What was received before this is in a backup elsewhere: tablets may let go of it. Null: there is none. */
async function readBackedUpThrough(reader: Reader): Promise<string | null> {
  const [row] = await reader('backups').max<{ through: string | null }[]>({ through: 'through' });
  return row?.through ?? null;
}

/** The school's public bundle, signed by its identity (envelope.md, Bundle). */
export async function makeBundle(ground: Ground, schoolId: string): Promise<Uint8Array> {
  const { keys } = ground;
  // The shell or another process may have rotated the envelope key since.
  await keys.refresh(ground.database.read);
  const school = await readSchool(ground.database.read, ground, schoolId);
  const envelope = keys.newest(schoolId, 'envelope');
  const bundle: Bundle = {
    v: 1,
    schoolId,
    epoch: envelope.epoch,
    kid: envelope.id,
    suite: HE1_SUITE,
    publicKey: publicHalf(envelope),
    notBefore: envelope.createdAt,
    notAfter: new Date(ground.clock.now() + BUNDLE_DAYS * DAY).toISOString(),
    receiptPublicKey: publicHalf(keys.newest(schoolId, 'receipt')),
    minClient: MIN_CLIENT,
    storeEpoch: school.storeEpoch,
    backedUpThrough: await readBackedUpThrough(ground.database.read),
    previousHash: null,
  };
  return signJsonAs(keys.newest(schoolId, 'identity'), 'bundle', bundle);
}
