import { newEnvelopeId } from '../../protocol/identifiers';
import { useVault } from './connection';
import { dropFile, putFilePart } from './files';
import type { FileRow } from './rows';

/*
 * Files of somebody online, until the school has them: chunks under the file's key, which is nowhere on this device. They
 * outlive a closed page, and nobody can read them here.
 */

/** Puts the next chunk of a file down, durably. @param count how many it has @throws when there is no room */
export async function putOnlineChunk(
  row: FileRow,
  bytes: Uint8Array<ArrayBuffer>,
  count: number,
): Promise<void> {
  const envelopeId = newEnvelopeId();
  row.parts.push({ envelopeId, digest: '', byteLength: bytes.length });
  row.whole = row.parts.length === count;
  await putFilePart(row, envelopeId, bytes.buffer);
}

/** Those of which every chunk is here, oldest first. */
export async function onlineFiles(): Promise<FileRow[]> {
  const rows = await useVault((vault) => vault.getAll('files'));
  return rows
    .filter(({ online, whole }) => online && whole)
    .sort((one, other) => one.createdAt - other.createdAt);
}

/** One chunk, from 1; null where it is here no more. */
export async function onlineChunk(row: FileRow, part: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const envelopeId = row.parts[part - 1]?.envelopeId ?? '';
  const found = await useVault((vault) => vault.get('envelopes', envelopeId));
  return found ? new Uint8Array(found.bytes) : null;
}

/** The school has it, or nothing that it knows of names it. */
export async function dropOnlineFile({ fileId }: FileRow): Promise<void> {
  await dropFile(fileId);
}
