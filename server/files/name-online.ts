import { safeName } from '../../protocol/files/names';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { insertComing, type NamedFile } from './store';

interface Named {
  readonly schoolId: string;
  /** Who sends their chunks, and nobody else. */
  readonly staffId: string;
  readonly files: readonly NamedFile[];
}

/**
 * Writes down files that somebody online has named and is about to send (`putFilePart`). Their names are kept by what they
 * belong to.
 * @param belongsTo as the audit says it where that is no record: "pupil:<id>"; null for what stands in `concern_files`
 */
export async function nameOnline(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId, files }: Named,
  belongsTo: string | null,
): Promise<void> {
  const online = { namedBy: staffId, belongsTo };
  // No record binds their chunks: the file's own id does, which is made from its key.
  await insertComing(trx, ground, { schoolId, files, lineageOf: ({ fileId }) => fileId, online });
}

/** Writes down the files of an action, behind those that its concern has. */
export async function insertActionFiles(
  trx: Transaction,
  ground: Ground,
  given: Named & { readonly concernId: string; readonly actionId: string },
): Promise<void> {
  const { schoolId, files, concernId, actionId } = given;
  if (files.length === 0) return;
  await nameOnline(trx, ground, given, null);
  const names = cellsOf(ground.keys, schoolId, 'concern_files');
  const there = await trx('concern_files')
    .where({ school_id: schoolId, concern_id: concernId })
    .pluck<number[]>('position');
  await trx('concern_files').insert(
    files.map(({ fileId, name }, at) => {
      const position = there.length + at;
      return {
        school_id: schoolId,
        concern_id: concernId,
        action_id: actionId,
        position,
        file_id: fileId,
        ...names.seal(`${concernId}:${String(position)}`, { name: safeName(name) }),
      };
    }),
  );
}
