import type { ReplyOf } from '../../protocol/endpoint';
import type { listAudit } from '../../protocol/audit';
import { listRefusals } from '../../protocol/words/refusals/lists';
import type { StaffActor } from '../access/actor';
import { readAuditHead } from '../audit/append';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findEntries, type AuditFilter } from './find-entries';
import { noteLook } from './note-look';
import { entryPresenter } from './present-entries';

const PAGE = 50;

/** One page of the audit; the first page of a search stands in the audit itself, without its words. */
export async function listEntries(
  ground: Ground,
  viewer: StaffActor,
  { cursor, ...filter }: AuditFilter & { cursor?: string | undefined },
): Promise<ReplyOf<typeof listAudit>> {
  const { schoolId } = viewer;
  const before = cursor === undefined ? null : openCursor(ground, schoolId, cursor);
  if (cursor === undefined) await noteLook(ground, viewer, 'audit.searched');
  const { found, next } = await findEntries(ground, viewer, filter, { before, most: PAGE });
  const { present, people } = await entryPresenter(ground, schoolId);
  return {
    entries: found.map(present),
    cursor: next === null ? null : sealCursor(ground, schoolId, next),
    head: await readAuditHead(ground.database.read, schoolId),
    people,
  };
}

/** Sealed: numbers of entries would count those between two that are shown. */
function sealCursor(ground: Ground, schoolId: string, seq: number): string {
  return ground.keys.seal(schoolId, 'audit', 'cursor', 'seq', String(seq)).toString('base64url');
}

function openCursor(ground: Ground, schoolId: string, cursor: string): number {
  try {
    return Number(ground.keys.open(schoolId, 'audit', 'cursor', 'seq', Buffer.from(cursor, 'base64url')));
  } catch {
    throw problem('not-valid', { field: 'query.cursor', title: listRefusals.noSuchPlace });
  }
}
