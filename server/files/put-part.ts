import { createHash } from 'node:crypto';
import { fromBase64url } from '../../protocol/bytes';
import { decodeChunkByItself, importFileKey, openChunk, type ChunkPlace } from '../../protocol/files/chunks';
import { CHUNK_BYTES, chunkCount } from '../../protocol/files/limits';
import type { FileStanding } from '../../protocol/online-files';
import { fileRefusals } from '../../protocol/words/refusals/actions';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { FileRow } from '../storage/rows/files';
import { partPath } from './shelf/shelf';
import { readSent } from './store';

const REFUSED = fileRefusals.strangePart;

/** How far a file of this person's has come. @throws problem 'not-found' for any other */
export async function standingOf(ground: Ground, actor: StaffActor, fileId: string): Promise<FileStanding> {
  return showStanding(ground, await findOwn(ground, actor, fileId));
}

/**
 * Takes one chunk of a file that this person has named, sealed under its key: only who has that key can make one. It is
 * on the disk before it is said to be here.
 * @throws problem 'not-found', 'not-valid' for what is not this part of it, 'disk-full'
 */
export async function putPart(
  ground: Ground,
  actor: StaffActor,
  { fileId, part, bytes }: { fileId: string; part: number; bytes: Uint8Array },
): Promise<FileStanding> {
  const file = await findOwn(ground, actor, fileId);
  if (file.state !== 'coming') return showStanding(ground, file);
  const place = { part, parts: chunkCount(file.size) };
  if (!(await isPartOf(ground, file, place, bytes)))
    throw problem('not-valid', { field: 'body', title: REFUSED });
  const digest = createHash('sha256').update(bytes).digest();
  const sha256 = digest.toString('base64url');
  await ground.files.put(partPath(actor.schoolId, sha256), [bytes]);
  const row = {
    school_id: actor.schoolId,
    // Made from its bytes, so that a repeated send is the same row.
    envelope_id: digest.subarray(0, 16).toString('base64url'),
    file_id: fileId,
    lineage_id: file.lineage_id,
    ...place,
    sha256,
  };
  await ground.database.write((trx) =>
    trx('file_parts').insert(row).onConflict(['school_id', 'envelope_id']).ignore(),
  );
  return showStanding(ground, file);
}

/** Whose file it is, is part of the question: another person's is not there. */
async function findOwn({ database }: Ground, actor: StaffActor, fileId: string): Promise<FileRow> {
  const owned = { school_id: actor.schoolId, file_id: fileId, named_by: actor.staffId };
  const file = await database.read('files').where(owned).first();
  if (!file) throw problem('not-found');
  return file;
}

async function isPartOf(
  ground: Ground,
  file: FileRow,
  place: ChunkPlace,
  bytes: Uint8Array,
): Promise<boolean> {
  const chunk = decodeChunkByItself(bytes);
  if (!chunk || chunk.fileId !== file.file_id || place.part > place.parts) return false;
  const key = await importFileKey(fromBase64url(readSent(ground, file).key));
  const seal = { key, prefix: chunk.prefix, lineageId: file.lineage_id };
  const plain = await openChunk(seal, place, chunk.ciphertext).catch(() => null);
  const length = place.part < place.parts ? CHUNK_BYTES : file.size - (place.parts - 1) * CHUNK_BYTES;
  return plain?.length === length;
}

async function showStanding({ database }: Ground, file: FileRow): Promise<FileStanding> {
  const { school_id, file_id, state } = file;
  if (state !== 'coming') return { state, missing: [] };
  const here = await database
    .read('file_parts')
    .where({ school_id, file_id })
    .whereNotNull('sha256')
    .pluck<number[]>('part');
  const all = Array.from({ length: chunkCount(file.size) }, (_, at) => at + 1);
  return { state, missing: all.filter((part) => !here.includes(part)) };
}
