import type { OtherConcern } from '../../../protocol/concern-links';
import type { StaffActor } from '../../access/actor';
import { mayReadConcern, seesAllPupils, seesPupil, type ConcernFacts } from '../../access/concern';
import type { Ground } from '../../ground';
import { knowConcerns, loadConcerns } from '../../records/load-facts';
import type { GuardedConcern } from '../read-concern';
import { linksFor } from './links-shown';
import { showOthers } from './other-concern';

/** The most that are offered; older ones are found by searching. */
const MOST = 30;

/**
 * Other concerns of the same pupils that this person may read, newest first, and that this one is not linked with yet. A
 * pupil counts only where they are seen in both: which child "another pupil" is, no list says.
 */
export async function readLinkable(
  ground: Ground,
  viewer: StaffActor,
  { loaded, restrictions }: GuardedConcern,
): Promise<OtherConcern[]> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const sees = (facts: ConcernFacts) =>
    facts.pupils
      .filter((pupil) => seesAllPupils(viewer, facts) || seesPupil(viewer, pupil, restrictions))
      .map(({ pupilId }) => pupilId);
  const own = new Set(sees(loaded.facts));
  const ids = await read('concern_pupils')
    .where({ school_id: schoolId })
    .whereIn('pupil_id', [...own])
    .distinct()
    .pluck<string[]>('concern_id');
  const links = await linksFor(ground, viewer, [loaded.row.id], restrictions);
  const linked = new Set(
    links.filter(({ ended_at }) => ended_at === null).flatMap((one) => [one.concern_id, one.other_id]),
  );
  const known = await knowConcerns(read, ground, viewer, ids);
  const offered = [...known.values()]
    .filter(
      ({ row, facts }) =>
        row.id !== loaded.row.id && !linked.has(row.id) && sees(facts).some((id) => own.has(id)),
    )
    .filter(({ facts }) => mayReadConcern(viewer, facts, restrictions) !== null)
    .map(({ row }) => ({ id: row.id, at: row.happened_at ?? row.received_at }))
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST)
    .map(({ id }) => id);
  const shown = await showOthers(
    ground,
    viewer,
    [...(await loadConcerns(read, ground, viewer, offered)).values()],
    restrictions,
  );
  return offered.flatMap((id) => shown.get(id) ?? []);
}
