import type { ConcernFacts } from '../access/concern';
import { isApart } from '../access/staff-path';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { knowConcerns, UNDO_LIFE } from '../records/load-facts';
import { readLeads } from '../school/duty';
import type { FileRow } from '../storage/rows/files';

/**
 * Everybody who was alerted and every lead may have it open: their screens look at once. Of what is about a member of
 * staff these are its keepers, and whoever was alerted and has not marked it as read. Says nothing of what it is, and
 * nothing at all to whom it must not be known (access.md, connected staff, about a member of staff).
 * @param beside another concern that what has changed is about as well: whom that must not be known to hears nothing
 */
export async function tellReaders(
  ground: Ground,
  facts: ConcernFacts,
  concernId: string,
  beside: ConcernFacts | null = null,
): Promise<void> {
  const { read } = ground.database;
  const alerts = read('alerts').where({ school_id: facts.schoolId, concern_id: concernId });
  if (facts.keptBy !== null) {
    const undoable = timeStamp(ground.clock, -UNDO_LIFE);
    alerts.where((open) => open.whereNull('read_at').orWhere('read_at', '>', undoable));
  }
  const alerted = await alerts.pluck('staff_id');
  const others = facts.keptBy ?? (await readLeads(read, facts.schoolId));
  const told = new Set([...alerted, ...others]);
  ground.changes.announce(
    facts.schoolId,
    [...told].filter((id) => isApart(id, facts) && (beside === null || mayHearOf(id, beside))),
  );
}

function mayHearOf(staffId: string, facts: ConcernFacts): boolean {
  return isApart(staffId, facts) && (facts.keptBy === null || facts.keptBy.has(staffId));
}

/** A file has come, or was found to be damaged: whoever has its record open sees it at once, and so does who sent it. */
export async function tellOfFile(ground: Ground, file: FileRow): Promise<void> {
  const { school_id: schoolId, file_id, named_by } = file;
  const { read } = ground.database;
  const ids = await read('concern_files')
    .where({ school_id: schoolId, file_id })
    .distinct()
    .pluck<string[]>('concern_id');
  const known = await knowConcerns(read, ground, { schoolId, staffId: named_by ?? '' }, ids);
  for (const [id, { facts }] of known) await tellReaders(ground, facts, id);
  if (named_by !== null) ground.changes.announce(schoolId, [named_by]);
}
