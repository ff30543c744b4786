import { utf8, type Bytes } from './bytes';

/** Thrown for a value that has no canonical JSON: it would be read back as something else. */
export class NotCanonical extends TypeError {
  override name = 'NotCanonical';
}

/**
 * Deterministic JSON (RFC 8785): keys in order of their UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Everything that is signed or used as AAD goes through here (envelope.md, Primitives).
 * @throws NotCanonical for undefined, NaN, infinities, lone surrogates, and whatever is no plain JSON value.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new NotCanonical(`no JSON for a value of type ${typeof value}`);
}

/** The UTF-8 bytes of {@link canonicalJson}. @throws NotCanonical */
export function canonicalBytes(value: unknown): Bytes {
  return utf8(canonicalJson(value));
}

/**
 * `text` with each lone surrogate replaced by U+FFFD. Typed text passes through here before it is sealed: half an
 * emoji, left by a cursor key or a cut, must never stand in the way of sending a concern.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`no JSON for ${value}`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new NotCanonical('no JSON for a lone surrogate');
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

// A Date, a Map or an instance of a class would lose what makes it one, so only bare objects pass. The prototype is
// judged by its own prototype, because objects from another frame or worker have another Object.prototype.
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
