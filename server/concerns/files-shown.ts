import type { ShownFile } from '../../protocol/concern-files';
import { endingOf } from '../files/endings';
import { heldOf, type KeptFile } from '../files/give-out';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';
import type { ConcernFileRow } from '../storage/rows/files';
import { coverText, partOfFile, readCovers } from './covers';

/** A file of a record, with what is needed to open it. */
export type FileOfConcern = KeptFile & Pick<ConcernFileRow, 'name' | 'covers' | 'position' | 'action_id'>;

/** The files of one record and its actions, in the order in which they were chosen. */
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
      'f.scan',
      'f.found',
      'c.name',
      'c.covers',
      'c.position',
      'c.action_id',
    );
}

/** A file's name as its author gave it, made safe when it came in, with what leads have covered of it. */
export function nameOfFile(
  ground: Ground,
  schoolId: string,
  concernId: string,
  { name, covers, position, type }: FileOfConcern,
): string {
  const cells = cellsOf(ground.keys, schoolId, 'concern_files');
  const row = `${concernId}:${String(position)}`;
  const given = cells.need(row, 'name', name);
  const shown = coverText(given, readCovers(cells.open(row, 'covers', covers)), partOfFile(position));
  // Covered to its end it would open with nothing once it is saved.
  const ending = endingOf(type);
  return shown.endsWith(']') && !given.endsWith(']') && ending !== null ? `${shown}.${ending}` : shown;
}

/** Files as they are shown: beside the words of their record, or with one of its actions. */
export function showFiles(
  ground: Ground,
  schoolId: string,
  concernId: string,
  files: readonly FileOfConcern[],
): ShownFile[] {
  return files.map((file) => ({
    fileId: file.file_id,
    name: nameOfFile(ground, schoolId, concernId, file),
    size: file.size,
    state: file.state,
    type: file.type,
    ...heldShown(ground, file),
  }));
}

/** The files of each action that has some. */
export function showActionFiles(
  ground: Ground,
  schoolId: string,
  concernId: string,
  files: readonly FileOfConcern[],
): ReadonlyMap<string, ShownFile[]> {
  const ofActions = files.filter(({ action_id }) => action_id !== null);
  const byAction = groupBy(
    ofActions,
    ({ action_id }) => action_id ?? '',
    (file) => file,
  );
  return new Map([...byAction].map(([id, own]) => [id, showFiles(ground, schoolId, concernId, own)]));
}

/** Only of what is here and is not given out. */
export function heldShown(ground: Ground, file: FileOfConcern): Pick<ShownFile, 'held'> {
  const held = file.state === 'here' ? heldOf(ground, file) : null;
  return held ? { held } : {};
}
