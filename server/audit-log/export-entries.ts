import { Readable } from 'node:stream';
import type { AuditEntry } from '../../protocol/audit';
import { auditTable } from '../../protocol/words/tables';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { CSV_BEGIN, csvLine } from '../http/csv-line';
import { findEntries, type AuditFilter } from './find-entries';
import { noteLook } from './note-look';
import { entryPresenter } from './present-entries';

const AT_ONCE = 200;

/** The audit as comma-separated values (RFC 4180), newest first, written out as it is read. */
export async function exportEntries(
  ground: Ground,
  viewer: StaffActor,
  filter: AuditFilter,
): Promise<Readable> {
  await noteLook(ground, viewer, 'audit.exported');
  return Readable.from(lines(ground, viewer, filter));
}

async function* lines(ground: Ground, viewer: StaffActor, filter: AuditFilter): AsyncGenerator<string> {
  const { present } = await entryPresenter(ground, viewer.schoolId);
  yield CSV_BEGIN + csvLine(auditTable);
  let before: number | null = null;
  do {
    const { found, next } = await findEntries(ground, viewer, filter, { before, most: AT_ONCE });
    if (found.length > 0) yield found.map((one) => lineOf(present(one))).join('');
    before = next;
  } while (before !== null);
}

function lineOf({ at, who, what, object, facts }: AuditEntry): string {
  const more = facts.map(({ name, value }) => `${name}: ${value}`).join('; ');
  return csvLine([at, who ?? '', what, object.kind, object.name ?? '', more]);
}
