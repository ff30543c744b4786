import { concatBytes, plainBytes, sha256, toBase64url, u32be, utf8, type Bytes } from '../bytes';
import { EnvelopeFault } from '../envelope/fault';
import type { WebKey } from '../web-keys';
import { CHUNK_BYTES } from './limits';

/*
 * A file is cut into chunks of 768 KiB, each sealed under the file's own key (envelope.md, attachments). The nonce
 * says which chunk it is and whether it is the last (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, 2015), so a file that
 * was cut short, lengthened or put together in another order does not open; the lineage is bound as AAD.
 */

/** Random bytes that begin every nonce of one file. */
export const NONCE_PREFIX_BYTES = 7;
const FILE_ID_BYTES = 16;
const TAG_BYTES = 16;

/** All chunks of one file have these in common. */
export interface ChunkSeal {
  /** AES-256-GCM; see {@link importFileKey} */
  key: WebKey;
  /** 7 random bytes */
  prefix: Uint8Array;
  /** of the record to which the file belongs */
  lineageId: string;
}

/** Where a chunk stands in its file: `part` of `parts`, from 1, as its envelope's header says. */
export interface ChunkPlace {
  part: number;
  parts: number;
}

/** What an attachment's envelope holds. */
export interface ChunkPayload {
  /** 16 bytes in base64url; see {@link fileIdOf} */
  fileId: string;
  prefix: Bytes;
  /** with its 16-byte tag */
  ciphertext: Bytes;
}

/** A file's key from its 32 bytes. */
export async function importFileKey(raw: Uint8Array): Promise<WebKey> {
  return crypto.subtle.importKey('raw', plainBytes(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * The name under which a file's chunks find their record: made from the key, which only who wrote the record and the
 * school know, so that nobody else can offer chunks for it.
 */
export async function fileIdOf(rawKey: Uint8Array): Promise<string> {
  return toBase64url((await sha256(concatBytes(utf8('HE1\0file\0'), rawKey))).subarray(0, FILE_ID_BYTES));
}

/** 12 bytes: prefix (7) ‖ chunk counter from 0 (4) ‖ last-chunk flag (1). */
export function chunkNonce(prefix: Uint8Array, { part, parts }: ChunkPlace): Bytes {
  if (prefix.length !== NONCE_PREFIX_BYTES) throw new RangeError('a nonce begins with 7 bytes');
  return concatBytes(prefix, u32be(part - 1), Uint8Array.of(part === parts ? 1 : 0));
}

/** Seals one chunk. */
export async function sealChunk(seal: ChunkSeal, place: ChunkPlace, plain: Uint8Array): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt(parameters(seal, place), seal.key, plainBytes(plain));
  return new Uint8Array(sealed);
}

/** Opens what {@link sealChunk} sealed. @throws EnvelopeFault `cannot-open` for another key, place or lineage */
export async function openChunk(seal: ChunkSeal, place: ChunkPlace, sealed: Uint8Array): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(seal, place), seal.key, plainBytes(sealed)));
  } catch {
    throw new EnvelopeFault('cannot-open', 'no chunk of this file at this place');
  }
}

/** `file id (16) ‖ nonce prefix (7) ‖ ciphertext ‖ tag (16)`: the payload of an attachment's envelope. */
export function encodeChunk(fileId: Uint8Array, prefix: Uint8Array, ciphertext: Uint8Array): Bytes {
  return concatBytes(fileId, prefix, ciphertext);
}

/** The inverse of {@link encodeChunk}. @returns null for what is too short to be one */
export function decodeChunk(payload: Uint8Array): ChunkPayload | null {
  const at = FILE_ID_BYTES + NONCE_PREFIX_BYTES;
  if (payload.length < at + TAG_BYTES) return null;
  return {
    fileId: toBase64url(payload.subarray(0, FILE_ID_BYTES)),
    prefix: new Uint8Array(payload.subarray(FILE_ID_BYTES, at)),
    ciphertext: new Uint8Array(payload.subarray(at)),
  };
}

/** Begins a chunk that came by itself, from somebody online, and in no envelope. */
const BY_ITSELF = utf8('HF1\u0001');
/** The longest of those, in bytes. */
export const MAX_CHUNK_BODY_BYTES =
  BY_ITSELF.length + FILE_ID_BYTES + NONCE_PREFIX_BYTES + CHUNK_BYTES + TAG_BYTES;

/** `"HF1" ‖ 0x01 ‖` what {@link encodeChunk} gives: a chunk that travels by itself. */
export function encodeChunkByItself(fileId: Uint8Array, prefix: Uint8Array, ciphertext: Uint8Array): Bytes {
  return concatBytes(BY_ITSELF, encodeChunk(fileId, prefix, ciphertext));
}

/** The inverse of {@link encodeChunkByItself}. @returns null for anything else, such as an envelope */
export function decodeChunkByItself(bytes: Uint8Array): ChunkPayload | null {
  const isOne = BY_ITSELF.every((byte, at) => bytes[at] === byte);
  return isOne ? decodeChunk(bytes.subarray(BY_ITSELF.length)) : null;
}

function parameters({ prefix, lineageId }: ChunkSeal, place: ChunkPlace) {
  const additionalData = utf8(`HE1\0file\0${lineageId}`);
  return { name: 'AES-GCM', iv: chunkNonce(prefix, place), additionalData };
}
