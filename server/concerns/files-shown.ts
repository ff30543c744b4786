import type { ShownFile } from '../../protocol/concern-files';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { ConcernFileRow, FileRow } from '../storage/rows/files';

/** A file of a record, with what is needed to open it. */
export type FileOfConcern = Pick<FileRow, 'file_id' | 'state' | 'size' | 'type' | 'place' | 'kept_key'> &
  Pick<ConcernFileRow, 'name' | 'position'>;

/** The files of one record, in the order in which they were chosen. */
export async function filesOfConcern(
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<FileOfConcern[]> {
  return ground.database
    .read('concern_files as c')
    .join('files as f', (on) => on.on('f.school_id', 'c.school_id').andOn('f.file_id', 'c.file_id'))
    .where({ 'c.school_id': schoolId, 'c.concern_id': concernId })
    .orderBy('c.position')
    .select<FileOfConcern[]>(
      'f.file_id',
      'f.state',
      'f.size',
      'f.type',
      'f.place',
      'f.kept_key',
      'c.name',
      'c.position',
    );
}

/** A file's name as its author gave it, made safe when it came in. */
export function nameOfFile(
  ground: Ground,
  schoolId: string,
  concernId: string,
  { name, position }: FileOfConcern,
): string {
  const cells = cellsOf(ground.keys, schoolId, 'concern_files');
  return cells.need(`${concernId}:${String(position)}`, 'name', name);
}

/** The files as they are shown beside the words of their record. */
export async function showFiles(ground: Ground, schoolId: string, concernId: string): Promise<ShownFile[]> {
  const files = await filesOfConcern(ground, schoolId, concernId);
  return files.map((file) => ({
    fileId: file.file_id,
    name: nameOfFile(ground, schoolId, concernId, file),
    size: file.size,
    state: file.state,
    type: file.type,
  }));
}
