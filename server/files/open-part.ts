import { decodeChunk, decodeChunkByItself, type ChunkPayload } from '../../protocol/files/chunks';
import type { Ground } from '../ground';
import { openRawEnvelope } from '../records/open-envelope';
import { partPath, readAll } from './shelf/shelf';

/** One chunk out of its envelope, and where it says that it stands. */
export type OpenPart = ChunkPayload & { readonly part: number; readonly parts: number };

/**
 * Takes a chunk out of its envelope. It is not signed: its file's key, which the signed record names, proves it.
 * @param sha256 of the whole envelope, base64url
 * @returns null where it does not open, or is no chunk
 * @throws where it cannot be read
 */
export async function openPart(ground: Ground, schoolId: string, sha256: string): Promise<OpenPart | null> {
  return openEnveloped(ground, schoolId, await readAll(ground.files, partPath(schoolId, sha256)));
}

/** A chunk as it lies, whether it came in an envelope or by itself. @returns and @throws as {@link openPart} */
export async function readChunk(
  ground: Ground,
  schoolId: string,
  sha256: string,
): Promise<ChunkPayload | null> {
  const bytes = await readAll(ground.files, partPath(schoolId, sha256));
  return decodeChunkByItself(bytes) ?? openEnveloped(ground, schoolId, bytes);
}

async function openEnveloped(ground: Ground, schoolId: string, bytes: Uint8Array): Promise<OpenPart | null> {
  const opened = await openRawEnvelope(ground, schoolId, bytes);
  const chunk = opened?.header.kind === 'attachment' ? decodeChunk(opened.payload) : null;
  return opened && chunk && { ...chunk, part: opened.header.part, parts: opened.header.parts };
}
