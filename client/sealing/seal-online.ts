import { putOnlineChunk } from '../../offline/vault/files-online';
import type { FileRow } from '../../offline/vault/rows';
import { fromBase64url, randomBytes, sha256, toBase64url } from '../../protocol/bytes';
import {
  encodeChunkByItself,
  fileIdOf,
  importFileKey,
  NONCE_PREFIX_BYTES,
  sealChunk,
} from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';
import type { NewFile } from '../../protocol/online-files';

/** A file of somebody online, as what it belongs to is to name it. */
export interface OnlineFile extends NewFile {
  readonly fileId: string;
}

/**
 * Seals a file chunk by chunk, each on the disk before the next. Its key is in what comes back alone, and goes to the school
 * with the words that name it: until then nobody can read what lies here, afterwards only the school.
 * @param step how much of it is sealed, 0 to 1
 * @throws what the vault throws when there is no room
 */
export async function sealOnline(
  { name, content }: { name: string; content: Uint8Array },
  step: (done: number) => void,
): Promise<OnlineFile> {
  const rawKey = randomBytes(32);
  const fileId = await fileIdOf(rawKey);
  const seal = {
    key: await importFileKey(rawKey),
    prefix: randomBytes(NONCE_PREFIX_BYTES),
    lineageId: fileId,
  };
  const parts = chunkCount(content.length);
  const row: FileRow = {
    fileId,
    lineageId: fileId,
    createdAt: Date.now(),
    whole: false,
    parts: [],
    online: true,
  };
  for (let part = 1; part <= parts; part++) {
    const plain = content.subarray((part - 1) * CHUNK_BYTES, part * CHUNK_BYTES);
    const sealed = await sealChunk(seal, { part, parts }, plain);
    await putOnlineChunk(row, encodeChunkByItself(fromBase64url(fileId), seal.prefix, sealed), parts);
    step(part / parts);
  }
  const hash = toBase64url(await sha256(content));
  return { fileId, key: toBase64url(rawKey), sha256: hash, size: content.length, name };
}
