import * as v from 'valibot';
import { documentKinds, type PupilDocument, type TakenOff } from '../../protocol/documents';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { giveOut, heldOf, mustBeGiven, type KeptFile } from '../files/give-out';
import type { Ground } from '../ground';
import type { Download } from '../http/call';
import { problem } from '../http/problem';
import { localTime } from '../school/local-time';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { PupilDocumentRow } from '../storage/rows/pupil-documents';
import { findKept } from './find-pupil';

/** What a document's cell holds. */
const detailsSchema = v.object({
  name: v.string(),
  kind: v.picklist(documentKinds),
  review: v.nullable(v.string()),
  heldAt: v.nullable(v.string()),
  removed: v.nullable(v.string()),
});
export type DocumentDetails = v.InferOutput<typeof detailsSchema>;

/** A document with what is needed to open its file. */
export interface KeptDocument {
  readonly row: PupilDocumentRow;
  readonly details: DocumentDetails;
  readonly file: KeptFile;
}

/** The documents that stand on a pupil's page, the newest first. */
export async function readDocuments(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  pupilId: string,
): Promise<KeptDocument[]> {
  const rows = await reader('pupil_documents')
    .where({ school_id: schoolId, pupil_id: pupilId })
    .whereNull('removed_at')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  const files = await reader('files')
    .where({ school_id: schoolId })
    .whereIn(
      'file_id',
      rows.map(({ file_id }) => file_id),
    );
  const byId = new Map(files.map((file) => [file.file_id, file]));
  return rows.flatMap((row) => {
    const file = byId.get(row.file_id);
    return file ? [{ row, file, details: openDetails(ground, row) }] : [];
  });
}

/** The version that stands; as it was added, the document's own id. */
export function versionOf({ id, version_id }: PupilDocumentRow): string {
  return version_id ?? id;
}

export function openDetails(ground: Ground, row: PupilDocumentRow): DocumentDetails {
  const cells = cellsOf(ground.keys, row.school_id, 'pupil_documents');
  return parseDetails(cells.need(row.id, 'details', row.details));
}

/** What a cell of a document says, opened. */
export function parseDetails(text: string): DocumentDetails {
  return v.parse(detailsSchema, JSON.parse(text));
}

export function sealDetails(ground: Ground, schoolId: string, id: string, details: DocumentDetails) {
  return cellsOf(ground.keys, schoolId, 'pupil_documents').seal(id, { details: JSON.stringify(details) });
}

/** Lists a pupil's documents, and those taken off the page; that they were listed stands in the audit. @throws problem 'not-found' */
export async function listDocuments(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
): Promise<{ documents: PupilDocument[]; takenOff: TakenOff[] }> {
  await findKept(ground, viewer, pupilId);
  const { read } = ground.database;
  const { schoolId } = viewer;
  const kept = await readDocuments(read, ground, schoolId, pupilId);
  const off = await read('pupil_documents')
    .where({ school_id: schoolId, pupil_id: pupilId })
    .whereNotNull('removed_at')
    .orderBy([
      { column: 'removed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  const people = [...kept.map(({ row }) => row.staff_id), ...off.map(takerOf)];
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(people)]);
  const { timeZone } = await readSchool(read, ground, schoolId);
  const today = localTime(ground.clock.now(), timeZone).day;
  await note(ground, viewer, pupilId, { what: 'documents.shown' });
  const documents = kept.map(({ row, file, details: { name, kind, review, heldAt } }) => ({
    documentId: row.id,
    versionId: versionOf(row),
    kind,
    review,
    heldAt,
    file: {
      fileId: row.file_id,
      name,
      size: file.size,
      state: file.state,
      type: file.type,
      ...heldPart(ground, file),
    },
    late: review !== null && review < today,
    by: staff.get(row.staff_id)?.name ?? null,
    at: row.at,
  }));
  const takenOff = off.map((row) => {
    const { name, kind, review, heldAt, removed } = openDetails(ground, row);
    const by = staff.get(takerOf(row))?.name ?? null;
    const at = row.removed_at ?? row.at;
    return { documentId: row.id, name, kind, review, heldAt, reason: removed ?? '', by, at };
  });
  return { documents, takenOff };
}

function takerOf({ changed_by, staff_id }: PupilDocumentRow): string {
  return changed_by ?? staff_id;
}

/** Opens one; the opening is in the audit before the first byte leaves. @throws problem 'not-found'; 'file-held' by the scanner */
export async function openDocument(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  documentId: string,
): Promise<Download> {
  await findKept(ground, viewer, pupilId);
  const { schoolId } = viewer;
  const kept = await readDocuments(ground.database.read, ground, schoolId, pupilId);
  const found = kept.find(({ row }) => row.id === documentId);
  if (!found) throw problem('not-found');
  mustBeGiven(ground, found.file);
  await note(ground, viewer, pupilId, { what: 'document.opened', facts: { document: documentId } });
  return giveOut(ground, schoolId, found.file, found.details.name);
}

function heldPart(ground: Ground, file: KeptFile) {
  const held = heldOf(ground, file);
  return held === null ? {} : { held };
}

async function note(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  pupilId: string,
  said: { what: string; facts?: Record<string, string> },
): Promise<void> {
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      object: `pupil:${pupilId}`,
      ...said,
    }),
  );
}
