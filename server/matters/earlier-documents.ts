import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { PupilDocumentRow } from '../storage/rows/pupil-documents';
import { openDetails, parseDetails, versionOf, type DocumentDetails } from './documents';

/** What was said of a document, by whom and when. */
export interface DocumentVersion {
  readonly id: string;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly details: DocumentDetails;
}

/** The version that a row holds: the newest of its document. */
export function standingOf(row: PupilDocumentRow, details: DocumentDetails): DocumentVersion {
  return {
    id: versionOf(row),
    by: row.changed_by ?? row.staff_id,
    at: row.changed_at ?? row.at,
    details,
  };
}

/** Keeps what stands of a document before something newer does. @param row locked */
export async function keepEarlier(trx: Transaction, ground: Ground, row: PupilDocumentRow): Promise<void> {
  const { school_id, id: document_id } = row;
  const { id, by, at, details } = standingOf(row, openDetails(ground, row));
  const before = await trx('earlier_documents')
    .where({ school_id, document_id })
    .max({ last: 'position' })
    .first<{ last: number | null } | undefined>();
  await trx('earlier_documents').insert({
    ...{ school_id, document_id, id, at, staff_id: by },
    position: (before?.last ?? -1) + 1,
    ...cellsOf(ground.keys, school_id, 'earlier_documents').seal(id, { details: JSON.stringify(details) }),
  });
}

/** What was said before of each of these documents, the earliest first. */
export async function readEarlier(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  documentIds: readonly string[],
): Promise<Map<string, DocumentVersion[]>> {
  const rows = await reader('earlier_documents')
    .where({ school_id: schoolId })
    .whereIn('document_id', documentIds)
    .orderBy(['document_id', 'position']);
  const cells = cellsOf(ground.keys, schoolId, 'earlier_documents');
  const earlier = new Map<string, DocumentVersion[]>();
  for (const { document_id, id, staff_id, at, details } of rows) {
    const version = { id, by: staff_id, at, details: parseDetails(cells.need(id, 'details', details)) };
    earlier.set(document_id, [...(earlier.get(document_id) ?? []), version]);
  }
  return earlier;
}
