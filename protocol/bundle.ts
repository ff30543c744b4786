import * as v from 'valibot';
import type { Bytes } from './bytes';
import { HE1_SUITE, keyIdSchema } from './envelope/header';
import { PUBLIC_KEY_BYTES } from './envelope/keys';
import { bytesSchema, instantSchema, uuidSchema } from './identifiers';
import { signJson, verifyJson } from './signed-json';
import type { WebKey } from './web-keys';

/** What a device needs to seal for its school, signed by the site identity that it pinned when it was enrolled. */
export const bundleSchema = v.object({
  v: v.literal(1),
  schoolId: uuidSchema,
  /** grows by one with each new envelope key */
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** id of the envelope key; goes into each header */
  kid: keyIdSchema,
  suite: v.pipe(v.string(), v.maxLength(40)),
  /** the envelope key, 65 bytes */
  publicKey: bytesSchema(PUBLIC_KEY_BYTES),
  notBefore: instantSchema,
  /** past it the device still seals, with a notice: recording is never blocked */
  notAfter: instantSchema,
  /** what replies to deliveries are verified with, 65 bytes */
  receiptPublicKey: bytesSchema(PUBLIC_KEY_BYTES),
  /** the oldest client that may still deliver, as `major.minor.patch` */
  minClient: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  /** changes when the school's store was restored from a backup: received rows are then offered again */
  storeEpoch: keyIdSchema,
  /** the newest backup holds everything accepted before this; null as long as there is none */
  backedUpThrough: v.nullable(instantSchema),
  /** SHA-256 of the bytes of the bundle before this one; null for the first */
  previousHash: v.nullable(bytesSchema(32)),
});

/** What a device needs to seal for its school. */
export type Bundle = v.InferOutput<typeof bundleSchema>;

/** Why a device keeps the bundle it has. */
export type BundleRefusal = 'unknown-suite' | 'other-school' | 'older-epoch';

/** The bytes of a signed bundle, over `"HE1\0bundle\0" ‖ SHA-256(the rest)`. @throws for a bundle off schema */
export async function signBundle(identityKey: WebKey, bundle: Bundle): Promise<Bytes> {
  return signJson('bundle', identityKey, v.parse(bundleSchema, bundle));
}

/**
 * The bundle that `bytes` hold if the pinned identity signed it; else null.
 * @param pinnedIdentityRaw 65 bytes, pinned at enrolment
 */
export async function verifyBundle(pinnedIdentityRaw: Uint8Array, bytes: Uint8Array): Promise<Bundle | null> {
  const parsed = v.safeParse(bundleSchema, await verifyJson('bundle', pinnedIdentityRaw, bytes));
  return parsed.success ? parsed.output : null;
}

/**
 * Whether a verified bundle may take the place of the one that is kept (envelope.md, Bundle): its suite is known, it
 * is the same school's, and its epoch is not lower, unless the school's store was restored.
 * @param previous null on the day of enrolment
 */
export function acceptBundle(
  previous: Bundle | null,
  next: Bundle,
): { accepted: true } | { accepted: false; reason: BundleRefusal } {
  const reason = bundleRefusal(previous, next);
  return reason === null ? { accepted: true } : { accepted: false, reason };
}

function bundleRefusal(previous: Bundle | null, next: Bundle): BundleRefusal | null {
  if (next.suite !== HE1_SUITE) return 'unknown-suite';
  if (previous === null) return null;
  if (next.schoolId !== previous.schoolId) return 'other-school';
  const restored = next.storeEpoch !== previous.storeEpoch;
  return next.epoch < previous.epoch && !restored ? 'older-epoch' : null;
}
