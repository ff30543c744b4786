import { MOST_NAMED, type Seen } from '../../../protocol/see-as';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import { mayReadConcern, type Because, type ClassRestrictions } from '../../access/concern';
import { knowConcerns, type KnownConcern } from '../../records/load-facts';
import type { Ground } from '../../ground';
import { isShown } from '../../inbox/find-alerts';

/** Records that are looked through at once. */
const STEP = 1000;

type Records = Seen['records'];

/**
 * How many records one person could read now, by the rule that reading itself asks, record by record. Left out before
 * anything is counted is what whoever asks may not know of; named are only those that both may read.
 */
export async function countSeenRecords(
  ground: Ground,
  asker: StaffActor,
  actor: StaffActor,
  restrictions: ClassRestrictions,
): Promise<Records> {
  const found = { group: 0, kept: 0, alerted: 0, waiting: 0 };
  const named: Records['named'] = [];
  for (let before: string | null = null; ; ) {
    const ids = await readIds(ground, actor.schoolId, before);
    const theirs = await seenAmong(ground, actor, restrictions, ids);
    const mine = await knowConcerns(ground.database.read, ground, asker, [...theirs.keys()]);
    for (const [id, because] of theirs) {
      const one = mine.get(id);
      const object = one && ({ kind: 'guarded-concern', concern: one.facts, restrictions } as const);
      if (!object || !can(asker, 'access.explain', object)) continue;
      found[because] += 1;
      const readsToo = because !== 'waiting' && can(asker, 'concern.read', object);
      if (readsToo && named.length < MOST_NAMED) named.push({ id, reference: one.row.reference, because });
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < STEP)
      return {
        byGroup: found.group,
        kept: found.kept,
        alerted: found.alerted,
        waiting: found.waiting,
        named,
      };
    before = last;
  }
}

/** Ids of records, newest first. @param before where the step before ended */
async function readIds(ground: Ground, schoolId: string, before: string | null): Promise<string[]> {
  const query = ground.database
    .read('concerns')
    .where({ school_id: schoolId })
    .orderBy('id', 'desc')
    .limit(STEP);
  if (before !== null) query.where('id', '<', before);
  return query.pluck<string[]>('id');
}

/** Those of these that this person can read, and why, or that they are only told wait for them. */
async function seenAmong(
  ground: Ground,
  actor: StaffActor,
  restrictions: ClassRestrictions,
  ids: readonly string[],
): Promise<Map<string, Because | 'waiting'>> {
  const loaded = await knowConcerns(ground.database.read, ground, actor, ids);
  const why = (one: KnownConcern) =>
    mayReadConcern(actor, one.facts, restrictions) ??
    (one.alert !== null && isShown(actor, one, restrictions) ? ('waiting' as const) : null);
  return new Map(
    ids.flatMap((id) => {
      const one = loaded.get(id);
      const because = one ? why(one) : null;
      return because === null ? [] : [[id, because] as const];
    }),
  );
}
