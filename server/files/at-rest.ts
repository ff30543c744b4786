import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chunkNonce, NONCE_PREFIX_BYTES } from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';

/*
 * How a whole file lies at rest: 7 random bytes, then its chunks, each AES-256-GCM under a key of its own that
 * lies sealed in its row. The nonces are those of the protocol, so that it cannot be cut or put together otherwise.
 */

const TAG_BYTES = 16;

/** Seals a file as it lies at rest, a chunk in memory at a time. @param key 32 bytes @param size of the whole, in bytes */
export async function* sealAtRest(
  key: Uint8Array,
  size: number,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(NONCE_PREFIX_BYTES);
  const parts = chunkCount(size);
  yield prefix;
  let part = 0;
  for await (const chunk of chunks) {
    part += 1;
    const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(prefix, { part, parts }));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens a file at rest, chunk by chunk. @throws where it was changed, cut or moved from another row */
export async function* openAtRest(
  sealed: AsyncIterable<Buffer>,
  key: Uint8Array,
  size: number,
): AsyncGenerator<Buffer> {
  const parts = chunkCount(size);
  const pieces = cut(sealed, (at) => {
    if (at === 0) return NONCE_PREFIX_BYTES;
    return (at < parts ? CHUNK_BYTES : size - (parts - 1) * CHUNK_BYTES) + TAG_BYTES;
  });
  try {
    const prefix = await pieceOf(pieces);
    for (let part = 1; part <= parts; part++)
      yield openChunk(await pieceOf(pieces), chunkNonce(prefix, { part, parts }));
  } finally {
    // Also where nobody reads to the end: nothing stays open.
    await pieces.return();
  }

  function openChunk(sealed: Buffer, nonce: Uint8Array): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  }
}

/** Bytes as they come, in pieces of given lengths. */
async function* cut(
  bytes: AsyncIterable<Buffer>,
  lengthOf: (at: number) => number,
): AsyncGenerator<Buffer, void> {
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const more of bytes) {
    held = held.length === 0 ? more : Buffer.concat([held, more]);
    for (let length = lengthOf(at); held.length >= length; length = lengthOf(at)) {
      yield held.subarray(0, length);
      held = held.subarray(length);
      at += 1;
    }
  }
}

async function pieceOf(pieces: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  const { value } = await pieces.next();
  if (!value) throw new Error('a sealed file is shorter than it was written');
  return value;
}
