import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { isNear } from '../access/concern';
import type { Ground } from '../ground';
import { readLeads } from '../school/duty';
import { loadRestrictions } from '../school/load-restrictions';
import { elevatedActorOf } from '../staff/elevated-actor';
import type { Reader } from '../storage/database';
import type { ConcernRow } from '../storage/rows/records';
import { knowConcerns } from '../records/load-facts';

/** One concern that somebody has taken, and which leads could have it instead. */
export interface Held {
  readonly row: Pick<ConcernRow, 'id' | 'reference' | 'urgent' | 'taken_at'>;
  readonly mayTake: readonly string[];
}

/**
 * What one person has taken and nobody has closed, oldest first. What is about whoever asks, or about a pupil whom
 * they are close to, is left out as if it were not there.
 */
export async function readHeld(
  reader: Reader,
  ground: Ground,
  asker: StaffActor,
  staffId: string,
): Promise<Held[]> {
  const { schoolId } = asker;
  const rows = await reader('concerns')
    .where({ school_id: schoolId, taken_by: staffId })
    .whereNull('closed_at')
    .orderBy(['taken_at', 'id'])
    .select('id', 'reference', 'urgent', 'taken_at');
  const known = await onlyNear(
    reader,
    ground,
    asker,
    rows.map(({ id }) => id),
  );
  const near = rows.filter(({ id }) => known.has(id));
  const takers = await readTakers(reader, ground, schoolId, {
    not: staffId,
    ids: near.map(({ id }) => id),
  });
  return near.map((row) => ({
    row,
    mayTake: [...takers].flatMap(([lead, ids]) => (ids.has(row.id) ? [lead] : [])),
  }));
}

/** Those of these concerns that this person may know of at all (access.md, connected staff, about a member of staff). */
export async function onlyNear(
  reader: Reader,
  ground: Ground,
  asker: StaffActor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const loaded = await knowConcerns(reader, ground, asker, ids);
  return new Set([...loaded].flatMap(([id, { facts }]) => (isNear(asker, facts) ? [id] : [])));
}

/** Which of these concerns each lead, or each other one, may take: those that they may read already. */
export async function readTakers(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  { not, ids }: { not: string | null; ids: readonly string[] },
): Promise<Map<string, ReadonlySet<string>>> {
  const restrictions = await loadRestrictions(reader, schoolId);
  const takers = new Map<string, ReadonlySet<string>>();
  for (const lead of await readLeads(reader, schoolId)) {
    const actor = lead === not ? null : await elevatedActorOf(reader, schoolId, lead);
    if (!actor) continue;
    const loaded = await knowConcerns(reader, ground, actor, ids);
    const may = [...loaded].filter(([, { facts }]) =>
      can(actor, 'concern.take', { kind: 'guarded-concern', concern: facts, restrictions }),
    );
    takers.set(lead, new Set(may.map(([id]) => id)));
  }
  return takers;
}
