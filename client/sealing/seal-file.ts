import { putFilePart } from '../../offline/vault/files';
import type { FileRow } from '../../offline/vault/rows';
import { fromBase64url, randomBytes, sha256, toBase64url } from '../../protocol/bytes';
import {
  encodeChunk,
  fileIdOf,
  importFileKey,
  NONCE_PREFIX_BYTES,
  sealChunk,
} from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';
import type { FileOfDraft } from './draft-files';
import { enrolledDevice, sealAs } from './seal-record';

/** A file as its draft is to keep it. */
export interface FileToSeal {
  lineageId: string;
  /** safe already; see `safeName` */
  name: string;
  type: string;
  content: Uint8Array;
}

/**
 * Seals a file to the school, chunk by chunk, each on the disk before the next: a closed page leaves nothing readable. What
 * comes back goes into the draft; before it is there, nothing of the file is ever sent.
 * @throws NotEnrolled, or what the vault throws when there is no room
 */
export async function sealFile(file: FileToSeal, step: (done: number) => void): Promise<FileOfDraft> {
  const device = await enrolledDevice();
  const rawKey = randomBytes(32);
  const fileId = await fileIdOf(rawKey);
  const seal = {
    key: await importFileKey(rawKey),
    prefix: randomBytes(NONCE_PREFIX_BYTES),
    lineageId: file.lineageId,
  };
  const parts = chunkCount(file.content.length);
  const row: FileRow = { fileId, lineageId: file.lineageId, createdAt: Date.now(), whole: false, parts: [] };
  for (let part = 1; part <= parts; part++) {
    const plain = file.content.subarray((part - 1) * CHUNK_BYTES, part * CHUNK_BYTES);
    const sealed = await sealChunk(seal, { part, parts }, plain);
    const payload = encodeChunk(fromBase64url(fileId), seal.prefix, sealed);
    const place = { kind: 'attachment', lineageId: file.lineageId, revision: 1, part, parts } as const;
    // Not signed: the file's key, which the signed record names, proves it (docs/specs/files.md).
    const { envelopeId, digest, bytes } = await sealAs(device, place, payload, null);
    row.parts.push({ envelopeId, digest, byteLength: bytes.length });
    row.whole = part === parts;
    await putFilePart(row, envelopeId, bytes.buffer);
    step(part / parts);
  }
  const { name, type, content } = file;
  const hash = toBase64url(await sha256(content));
  return { fileId, key: toBase64url(rawKey), sha256: hash, size: content.length, name, type };
}
