import type { StaffActor } from '../access/actor';
import { mayReadConcern, seesAllPupils, seesPupil, type ClassRestrictions } from '../access/concern';
import { knowConcerns, type KnownConcern } from '../records/load-facts';
import type { Ground } from '../ground';

/**
 * "2 earlier records": how many earlier concerns about the same pupil this viewer may read. Filtered before counting
 * (access.md, Traps: counts), and only over pupils that the viewer may see.
 */
export async function countEarlier(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  pupilIds: readonly string[],
): Promise<(one: KnownConcern) => number> {
  const { read } = ground.database;
  const links = await read('concern_pupils')
    .where({ school_id: viewer.schoolId })
    .whereIn('pupil_id', pupilIds)
    .select('concern_id', 'pupil_id');
  const ids = [...new Set(links.map((link) => link.concern_id))];
  const loaded = await knowConcerns(read, ground, viewer, ids);
  const readable = [...loaded.values()].filter(
    (one) => mayReadConcern(viewer, one.facts, restrictions) !== null,
  );
  return (one) => {
    const all = seesAllPupils(viewer, one.facts);
    const seen = one.facts.pupils.filter((pupil) => all || seesPupil(viewer, pupil, restrictions));
    const counts = seen.map(
      ({ pupilId }) => readable.filter((other) => isEarlier(other, one, pupilId)).length,
    );
    return Math.max(0, ...counts);
  };
}

function isEarlier(other: KnownConcern, one: KnownConcern, pupilId: string): boolean {
  if (other.row.id === one.row.id || other.row.received_at > one.row.received_at) return false;
  return other.facts.pupils.some((pupil) => pupil.pupilId === pupilId);
}
