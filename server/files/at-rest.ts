import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { chunkNonce, NONCE_PREFIX_BYTES } from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';

/*
 * How a whole file lies in the folder: 7 random bytes, then its chunks, each AES-256-GCM under a key of its own that
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
export async function* openAtRest(file: string, key: Uint8Array, size: number): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    const prefix = await readExactly(NONCE_PREFIX_BYTES);
    const parts = chunkCount(size);
    for (let part = 1; part <= parts; part++) {
      const length = part < parts ? CHUNK_BYTES : size - (parts - 1) * CHUNK_BYTES;
      yield openChunk(await readExactly(length + TAG_BYTES), chunkNonce(prefix, { part, parts }));
    }
  } finally {
    await handle.close();
  }

  async function readExactly(length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, null);
    if (bytesRead !== length) throw new Error('a sealed file is shorter than it was written');
    return bytes;
  }

  function openChunk(sealed: Buffer, nonce: Uint8Array): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  }
}
