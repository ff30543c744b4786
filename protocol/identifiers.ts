import * as v from 'valibot';
import { fromBase64url, randomBytes, toBase64url, toHex, type Bytes } from './bytes';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of time, then 74 random bits. All row ids are such
 * (architecture.md), so that rows lie in the order in which they were made.
 * @param nowMs milliseconds since 1970, whole
 * @param random 10 bytes; given only by tests
 */
export function uuidv7(nowMs: number, random: Uint8Array = randomBytes(10)): string {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(nowMs / 0x10000));
  view.setUint16(4, nowMs % 0x10000);
  bytes.set(random.subarray(0, 10), 6);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether `text` is a UUID in its one canonical spelling: lower case, with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** 16 random bytes as base64url: the name of one sealed blob (envelope.md, Bytes). */
export function newEnvelopeId(): string {
  return toBase64url(randomBytes(16));
}

/** 16 random bytes as base64url, made at a draft's first keystroke and shared by everything that comes of it. */
export function newLineageId(): string {
  return toBase64url(randomBytes(16));
}

/** A moment as the protocol writes it: UTC with milliseconds. @param ms milliseconds since 1970 */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Whether `text` is UTC with milliseconds and a day that exists: 31 February is refused. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && instant(ms) === text;
}

/** Schema of a UUID. */
export const uuidSchema = v.pipe(v.string(), v.check(isUuid, 'not a UUID'));

/** Schema of a moment, UTC with milliseconds. */
export const instantSchema = v.pipe(v.string(), v.check(isInstant, 'not a UTC time with milliseconds'));

/** Schema of exactly `length` bytes as strict base64url. */
export function bytesSchema(length: number) {
  return v.pipe(
    v.string(),
    v.check((text) => decodedLength(text) === length, `not ${length} bytes of base64url`),
  );
}

/**
 * The bytes of strict base64url, or null when it is none or has another length.
 * @param length in bytes
 */
export function bytesOrNull(text: string, length: number): Bytes | null {
  try {
    const bytes = fromBase64url(text);
    return bytes.length === length ? bytes : null;
  } catch {
    return null;
  }
}

function decodedLength(text: string): number {
  try {
    return fromBase64url(text).length;
  } catch {
    return -1;
  }
}
