import { fromBase64url } from '../../protocol/bytes';
import { fileIdOf, type ChunkPayload } from '../../protocol/files/chunks';
import { safeName } from '../../protocol/files/names';
import type { NewFile } from '../../protocol/online-files';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { FileRow } from '../storage/rows/files';

/** A file as what it belongs to names it, with the name of its chunks. */
export interface NamedFile extends NewFile {
  readonly fileId: string;
}

/** Finds out what the chunks of these files are called; one that is named twice is one file. */
export async function nameFiles(attachments: readonly NewFile[]): Promise<NamedFile[]> {
  const named = await Promise.all(
    attachments.map(async (one) => ({ ...one, fileId: await fileIdOf(fromBase64url(one.key)) })),
  );
  return named.filter(({ fileId }, at) => named.findIndex((one) => one.fileId === fileId) === at);
}

/** Writes the files of a record down, on their way or here already. Says nothing of their chunks. */
export async function insertFiles(
  trx: Transaction,
  ground: Ground,
  given: { schoolId: string; concernId: string; lineageId: string; files: readonly NamedFile[] },
): Promise<void> {
  const { schoolId, concernId, lineageId, files } = given;
  if (files.length === 0) return;
  const names = cellsOf(ground.keys, schoolId, 'concern_files');
  const place = { school_id: schoolId };
  await insertComing(trx, ground, { schoolId, files, lineageOf: () => lineageId });
  await trx('concern_files').insert(
    files.map(({ fileId, name }, position) => ({
      ...place,
      concern_id: concernId,
      position,
      file_id: fileId,
      ...names.seal(`${concernId}:${String(position)}`, { name: safeName(name) }),
    })),
  );
}

interface Coming {
  readonly schoolId: string;
  readonly files: readonly NamedFile[];
  /** What their chunks are bound to. */
  readonly lineageOf: (file: NamedFile) => string;
  /** Of files whose chunks do not come in envelopes: who sends them, and what they belong to where that is no record. */
  readonly online?: { readonly namedBy: string; readonly belongsTo: string | null };
}

/** Files whose chunks are on their way, or here already. */
export async function insertComing(
  trx: Transaction,
  ground: Ground,
  { schoolId, files, lineageOf, online }: Coming,
): Promise<void> {
  if (files.length === 0) return;
  const keys = cellsOf(ground.keys, schoolId, 'files');
  const rows = files.map((file) => ({
    school_id: schoolId,
    file_id: file.fileId,
    lineage_id: lineageOf(file),
    state: 'coming' as const,
    size: file.size,
    ...keys.seal(file.fileId, { sent: `${file.key}.${file.sha256}` }),
    named_at: timeStamp(ground.clock),
    late_at: new Date(ground.clock.now() + DAY).toISOString(),
    named_by: online?.namedBy ?? null,
    belongs_to: online?.belongsTo ?? null,
  }));
  await trx('files').insert(rows).onConflict(['school_id', 'file_id']).ignore();
}

/** The files of a record that was joined into another one are read from there as well. */
export async function shareFiles(
  trx: Transaction,
  ground: Ground,
  { schoolId, from, into }: { schoolId: string; from: string; into: string },
): Promise<void> {
  const place = { school_id: schoolId };
  const names = cellsOf(ground.keys, schoolId, 'concern_files');
  const there = await trx('concern_files')
    .where({ ...place, concern_id: into })
    .pluck<string[]>('file_id');
  const given = await trx('concern_files')
    .where({ ...place, concern_id: from })
    .orderBy('position');
  const added = given.filter(({ file_id }) => !there.includes(file_id));
  if (added.length === 0) return;
  await trx('concern_files').insert(
    added.map(({ file_id, position, name }, at) => {
      const next = there.length + at;
      const text = names.need(`${from}:${String(position)}`, 'name', name);
      return {
        ...place,
        concern_id: into,
        position: next,
        file_id,
        ...names.seal(`${into}:${String(next)}`, { name: text }),
      };
    }),
  );
}

/** What the record of a file on its way says of it: the key that its chunks come under, and its SHA-256, base64url. */
export function readSent(
  ground: Ground,
  { school_id, file_id, sent }: Pick<FileRow, 'school_id' | 'file_id' | 'sent'>,
): { key: string; sha256: string } {
  const [key = '', sha256 = ''] = cellsOf(ground.keys, school_id, 'files')
    .need(file_id, 'sent', sent)
    .split('.');
  return { key, sha256 };
}

/** Notes whose chunk an envelope holds. */
export async function insertPart(
  trx: Transaction,
  row: { school_id: string; envelope_id: string; lineage_id: string; sha256: string },
  chunk: ChunkPayload & { part: number; parts: number },
): Promise<void> {
  await trx('file_parts').insert({
    school_id: row.school_id,
    envelope_id: row.envelope_id,
    file_id: chunk.fileId,
    lineage_id: row.lineage_id,
    part: chunk.part,
    parts: chunk.parts,
    sha256: row.sha256,
  });
}
