import { fromBase64url, randomBytes, sha256, toBase64url } from '../../../protocol/bytes';
import { encodeChunkByItself, fileIdOf, importFileKey, sealChunk } from '../../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../../protocol/files/limits';
import type { NewFile } from '../../../protocol/online-files';
import type { Visitor } from '../visitor';

/** A file as a page has sealed it for somebody online. */
export interface OnlineFile {
  readonly file: NewFile;
  readonly fileId: string;
  /** in order */
  readonly chunks: Uint8Array[];
}

/** Seals a file as a page does. @param changed makes something else of what is said of it */
export async function sealOnline(
  content: Uint8Array,
  name = 'letter.txt',
  changed: Partial<NewFile> = {},
): Promise<OnlineFile> {
  const key = randomBytes(32);
  const fileId = await fileIdOf(key);
  const seal = { key: await importFileKey(key), prefix: randomBytes(7), lineageId: fileId };
  const parts = chunkCount(content.length);
  const chunks = [];
  for (let part = 1; part <= parts; part++) {
    const plain = content.subarray((part - 1) * CHUNK_BYTES, part * CHUNK_BYTES);
    const sealed = await sealChunk(seal, { part, parts }, plain);
    chunks.push(encodeChunkByItself(fromBase64url(fileId), seal.prefix, sealed));
  }
  const hash = toBase64url(await sha256(content));
  const file = { key: toBase64url(key), sha256: hash, size: content.length, name, ...changed };
  return { file, fileId, chunks };
}

/** Sends one chunk. @param part from 1 */
export function putChunk(visitor: Visitor, { fileId, chunks }: OnlineFile, part: number) {
  return visitor.call('putFilePart', { params: { fileId, part: String(part) }, body: chunks[part - 1] });
}
