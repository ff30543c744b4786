import { quarantineRefusals } from '../../protocol/words/refusals/quarantine';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { keepersOf } from '../access/quarantine';
import { loadConcerns, type LoadedConcern } from '../records/load-facts';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readDutyList } from '../school/duty';
import { loadRestrictions } from '../school/load-restrictions';
import type { Reader } from '../storage/database';

/** Records with a doubt that this person keeps; decided ones too, since nothing is deleted. Newest first. */
export async function loadQuarantined(
  reader: Reader,
  ground: Ground,
  viewer: StaffActor,
  id?: string,
): Promise<LoadedConcern[]> {
  const here = { school_id: viewer.schoolId };
  const query = reader('concerns')
    .where(here)
    .where((some) => some.whereNotNull('quarantine').orWhereNotNull('decision'))
    .orderBy('received_at', 'desc')
    .limit(500);
  if (id !== undefined) query.where({ id });
  const ids = await query.pluck<string[]>('id');
  const loaded = await loadConcerns(reader, ground, viewer, ids);
  const restrictions = await loadRestrictions(reader, viewer.schoolId);
  const duty = await readDutyList(reader, viewer.schoolId);
  const present = await reader('staff')
    .where(here)
    .whereNull('disabled_at')
    .whereNull('offer')
    .pluck<string[]>('id');
  const there = new Set(present);
  return ids.flatMap((one) => {
    const found = loaded.get(one);
    if (!found) return [];
    const keepers = keepersOf(found.facts, duty, there);
    const object = { kind: 'quarantined', concern: found.facts, restrictions, keepers } as const;
    return can(viewer, 'quarantine.check', object) ? [found] : [];
  });
}

/** One that nobody has decided about. @throws problem 'not-found' where there is none that this person keeps */
export async function needUndecided(
  reader: Reader,
  ground: Ground,
  viewer: StaffActor,
  id: string,
): Promise<LoadedConcern> {
  const [found] = await loadQuarantined(reader, ground, viewer, id);
  if (!found) throw problem('not-found');
  if (found.row.decision !== null) throw problem('conflict', { title: quarantineRefusals.justDecided });
  return found;
}
