import * as v from 'valibot';
import { bytesSchema, instantSchema, uuidSchema } from '../identifiers';

/** DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM by their RFC 9180 numbers: the only suite of HE1. */
export const HE1_SUITE = '0010-0001-0002';

/** What an envelope holds (envelope.md, Bytes). */
export const ENVELOPE_KINDS = ['concern', 'action', 'addendum', 'attachment', 'parked'] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/** Id of a key in a bundle or of a device's key: letters that need no escaping in a header line. */
export const keyIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/**
 * The part of an envelope that travels in clear. It names no pupil, author or category and no length, and its exact
 * bytes are the AAD of the sealed part.
 */
export const envelopeHeaderSchema = v.pipe(
  v.strictObject({
    /** version of the header */
    v: v.literal(1),
    /** primitives; anything but HE1_SUITE is kept and never opened by this build */
    suite: v.pipe(v.string(), v.regex(/^[0-9a-zA-Z.-]{1,40}$/)),
    /** which of the school's envelope keys it is sealed to */
    kid: keyIdSchema,
    schoolId: uuidSchema,
    /** 16 random bytes, one per sealed blob: a retry is byte-identical */
    envelopeId: bytesSchema(16),
    /** 16 random bytes, shared by everything that comes of one draft */
    lineageId: bytesSchema(16),
    /** how often this lineage has been sealed, from 1 */
    revision: count,
    kind: v.picklist(ENVELOPE_KINDS),
    /** the device on which it was written, which need not be the one that delivers it */
    deviceId: uuidSchema,
    /** which part of `parts`, from 1 */
    part: count,
    parts: count,
    /** the device's clock, so never trusted for order */
    createdAt: instantSchema,
    clientBuild: v.pipe(v.string(), v.regex(/^[0-9A-Za-z.+_-]{1,40}$/)),
  }),
  v.check((header) => header.part <= header.parts, 'part lies past parts'),
);

/** The clear part of an envelope. */
export type EnvelopeHeader = v.InferOutput<typeof envelopeHeaderSchema>;

/** What an envelope holds. */
export type EnvelopeKind = EnvelopeHeader['kind'];
