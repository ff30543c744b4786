import * as v from 'valibot';
import { concatBytes, equalBytes, fromUtf8, readU16be, u16be, utf8, type Bytes } from '../bytes';
import { canonicalBytes } from '../canonical-json';
import { bytesSchema } from '../identifiers';
import { EnvelopeFault } from './fault';
import { envelopeHeaderSchema, type EnvelopeHeader } from './header';
import { PUBLIC_KEY_BYTES } from './keys';
import { MIN_PLAINTEXT_BYTES } from './padding';

const MAGIC = utf8('HE1');
const VERSION = 1;
const PRELUDE_BYTES = 6;
const TAG_BYTES = 16;

const namedSchema = v.object({ envelopeId: bytesSchema(16) });

/** A header is about 350 bytes; this bounds what a stranger can make us parse. */
export const MAX_HEADER_BYTES = 2048;

/** An envelope taken apart, still sealed. */
export interface ParsedEnvelope {
  header: EnvelopeHeader;
  /** as received: they are the AAD and must never be written anew */
  headerBytes: Bytes;
  /** the ephemeral public key, 65 bytes */
  enc: Bytes;
  /** with its 16-byte tag */
  ciphertext: Bytes;
}

/** The header's one spelling. @throws when it is not of the schema */
export function encodeHeader(header: EnvelopeHeader): Bytes {
  return canonicalBytes(v.parse(envelopeHeaderSchema, header));
}

/** `"HE1" ‖ 0x01 ‖ u16be headerLength ‖ header ‖ enc ‖ ciphertext ‖ tag` (envelope.md, Bytes). */
export function encodeEnvelope(headerBytes: Uint8Array, enc: Uint8Array, ciphertext: Uint8Array): Bytes {
  const length = u16be(headerBytes.length);
  return concatBytes(MAGIC, Uint8Array.of(VERSION), length, headerBytes, enc, ciphertext);
}

/** Whether the bytes begin like an envelope of any version. */
export function looksLikeEnvelope(bytes: Uint8Array): boolean {
  return equalBytes(bytes.subarray(0, MAGIC.length), MAGIC);
}

/**
 * Takes an envelope apart without opening it. What passes is well-formed: the school must accept it from a device
 * that was ever enrolled.
 * @throws EnvelopeFault `malformed` or `unknown-version`
 */
export function parseEnvelope(bytes: Uint8Array): ParsedEnvelope {
  if (bytes.length < PRELUDE_BYTES || !looksLikeEnvelope(bytes)) throw malformed('no envelope');
  if (bytes[MAGIC.length] !== VERSION) throw new EnvelopeFault('unknown-version', 'unknown envelope version');
  const headerLength = readU16be(bytes, MAGIC.length + 1);
  const encAt = PRELUDE_BYTES + headerLength;
  const ciphertextAt = encAt + PUBLIC_KEY_BYTES;
  if (headerLength > MAX_HEADER_BYTES) throw malformed('the header is too long');
  if (bytes.length < ciphertextAt + MIN_PLAINTEXT_BYTES + TAG_BYTES) throw malformed('cut short');
  const headerBytes = new Uint8Array(bytes.subarray(PRELUDE_BYTES, encAt));
  return {
    header: parseHeader(headerBytes),
    headerBytes,
    enc: new Uint8Array(bytes.subarray(encAt, ciphertextAt)),
    ciphertext: new Uint8Array(bytes.subarray(ciphertextAt)),
  };
}

/**
 * The id in the clear header of an envelope that does not pass {@link parseEnvelope}, or that nobody will parse: a
 * refusal has to name what it refuses. Nothing else in such a header is to be believed.
 * @returns 16 bytes in base64url; null where there is none to be read
 */
export function readEnvelopeId(bytes: Uint8Array): string | null {
  if (bytes.length < PRELUDE_BYTES || !looksLikeEnvelope(bytes)) return null;
  const headerLength = readU16be(bytes, MAGIC.length + 1);
  const end = PRELUDE_BYTES + headerLength;
  if (headerLength > MAX_HEADER_BYTES || bytes.length < end) return null;
  try {
    const header = readJson(new Uint8Array(bytes.subarray(PRELUDE_BYTES, end)));
    const read = v.safeParse(namedSchema, header);
    return read.success ? read.output.envelopeId : null;
  } catch {
    return null;
  }
}

// Only the canonical spelling passes, so a header can hold no second value for a key and nothing between the lines.
function parseHeader(bytes: Bytes): EnvelopeHeader {
  const parsed = v.safeParse(envelopeHeaderSchema, readJson(bytes));
  if (!parsed.success) throw malformed('the header is not of its schema');
  if (!equalBytes(canonicalBytes(parsed.output), bytes)) throw malformed('the header is not canonical');
  return parsed.output;
}

function readJson(bytes: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    throw malformed('the header is not JSON');
  }
}

function malformed(message: string): EnvelopeFault {
  return new EnvelopeFault('malformed', message);
}
