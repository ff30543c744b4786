import { quarantineRefusals } from '../../protocol/words/refusals/quarantine';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { ConcernFacts } from '../access/concern';
import { keepersOf, type Keepers } from '../access/quarantine';
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
  const keepers = await keepersToday(reader, viewer.schoolId);
  return ids.flatMap((one) => {
    const found = loaded.get(one);
    if (!found) return [];
    const { facts: concern } = found;
    const object = { kind: 'quarantined', concern, restrictions, keepers: keepers(concern) } as const;
    return can(viewer, 'quarantine.check', object) ? [found] : [];
  });
}

/** Who keeps one record with a doubt, as the school stands now. */
export async function readKeepers(reader: Reader, schoolId: string, facts: ConcernFacts): Promise<Keepers> {
  return (await keepersToday(reader, schoolId))(facts);
}

async function keepersToday(reader: Reader, schoolId: string): Promise<(facts: ConcernFacts) => Keepers> {
  const duty = await readDutyList(reader, schoolId);
  const present = await reader('staff')
    .where({ school_id: schoolId })
    .whereNull('disabled_at')
    .whereNull('offer')
    .pluck<string[]>('id');
  const there = new Set(present);
  return (facts) => keepersOf(facts, duty, there);
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
