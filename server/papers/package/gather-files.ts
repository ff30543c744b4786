import type { StaffActor } from '../../access/actor';
import { mayReadConcern } from '../../access/concern';
import { filesOfConcern, nameOfFile } from '../../concerns/files-shown';
import { showsContent } from '../../concerns/present';
import { heldOf, type KeptFile } from '../../files/give-out';
import type { Ground } from '../../ground';
import { readDocuments } from '../../matters/documents';
import { findKept, type FoundPupil } from '../../matters/find-pupil';
import { knowConcerns, loadConcerns } from '../../records/load-facts';
import { NoLongerRead } from '../press';
import { paperWords } from '../words';

/** A file of a package, and where it stood. */
export interface PackedFile {
  readonly file: KeptFile;
  readonly name: string;
  /** "Record 4F2K", or "Document". */
  readonly from: string;
  /** The record that it belongs to; null: it is a document. */
  readonly concernId: string | null;
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
        concernId: id,
      });
  }
  for (const { file, details } of await readDocuments(read, ground, schoolId, row.id))
    files.push({ file, name: details.name, from: 'Document', concernId: null });
  return files;
}

/**
 * Whether a file may still go along, asked when its turn has come: a long package ends with the access that it was asked
 * with, and with the moment at which a record is another pupil's.
 * @throws NoLongerRead, problem 'not-found' where the page is shut to them
 */
export async function mustStillGo(
  ground: Ground,
  reader: StaffActor,
  pupilId: string,
  { concernId, file }: PackedFile,
): Promise<void> {
  const { restrictions } = await findKept(ground, reader, pupilId);
  const { read } = ground.database;
  const { schoolId } = reader;
  if (concernId === null) {
    const documents = await readDocuments(read, ground, schoolId, pupilId);
    if (!documents.some((one) => one.row.file_id === file.file_id)) throw new NoLongerRead();
    return;
  }
  const facts = (await knowConcerns(read, ground, reader, [concernId])).get(concernId)?.facts;
  const ofPupil = facts?.pupils.some((pupil) => pupil.pupilId === pupilId);
  if (!facts || !ofPupil || mayReadConcern(reader, facts, restrictions) === null) throw new NoLongerRead();
}

/** Why a file is left out; null: it goes along. */
export function whyLeftOut(ground: Ground, { file }: PackedFile): string | null {
  if (file.state === 'damaged') return paperWords.packed.leftOut.damaged;
  if (file.state !== 'here' || file.place === null) return paperWords.packed.leftOut.notHere;
  return heldOf(ground, file) === null ? null : paperWords.packed.leftOut.heldBack;
}
