import type { StaffActor } from '../../access/actor';
import { mayReadConcern } from '../../access/concern';
import { filesOfConcern, nameOfFile } from '../../concerns/files-shown';
import { showsContent } from '../../concerns/present';
import { heldOf, type KeptFile } from '../../files/give-out';
import type { Ground } from '../../ground';
import { readDocuments } from '../../matters/documents';
import type { FoundPupil } from '../../matters/find-pupil';
import { loadConcerns } from '../../records/load-facts';

/** A file of a package, and where it stood. */
export interface PackedFile {
  readonly file: KeptFile;
  readonly name: string;
  /** "Record 4F2K", or "Document". */
  readonly from: string;
}

/** Files of the records of a pupil that this person may read, and the pupil's documents. */
export async function gatherFiles(
  ground: Ground,
  viewer: StaffActor,
  { row, restrictions }: FoundPupil,
): Promise<PackedFile[]> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const ids = await read('concern_pupils')
    .where({ school_id: schoolId, pupil_id: row.id })
    .distinct()
    .orderBy('concern_id')
    .pluck<string[]>('concern_id');
  const known = await loadConcerns(read, ground, viewer, ids);
  const files: PackedFile[] = [];
  for (const id of ids) {
    const one = known.get(id);
    if (!one || mayReadConcern(viewer, one.facts, restrictions) === null) continue;
    const shown = (await filesOfConcern(ground, schoolId, id)).filter(
      ({ action_id }) => action_id !== null || showsContent(one),
    );
    for (const file of shown)
      files.push({
        file,
        name: nameOfFile(ground, schoolId, id, file),
        from: `Record ${one.row.reference}`,
      });
  }
  for (const { file, details } of await readDocuments(read, ground, schoolId, row.id))
    files.push({ file, name: details.name, from: 'Document' });
  return files;
}

/** Why a file is left out; null: it goes along. */
export function whyLeftOut(ground: Ground, { file }: PackedFile): string | null {
  if (file.state === 'damaged') return 'Left out: it arrived damaged';
  if (file.state !== 'here' || file.place === null) return 'Left out: it has not arrived';
  return heldOf(ground, file) === null ? null : 'Left out: held back by the scanner';
}
