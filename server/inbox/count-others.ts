import type { AlertRow } from '../../protocol/inbox';
import type { StaffActor } from '../access/actor';
import { mayReadConcern, seesAllPupils, seesPupil, type ClassRestrictions } from '../access/concern';
import type { Ground } from '../ground';
import { knowConcerns, type KnownConcern } from '../records/load-facts';
import { markerOf, readMarkerRule } from '../records/marker';
import { groupBy } from '../storage/group-by';

/** What a row says of the other concerns about the same pupil. */
type Others = Pick<NonNullable<AlertRow['concern']>, 'earlier' | 'marker'>;

/**
 * "2 earlier records", "3 concerns in 14 days": of the concerns about the same pupil those that this viewer may read.
 * Filtered before counting (access.md, Traps: counts), and only over pupils that the viewer may see.
 */
export async function countOthers(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  pupilIds: readonly string[],
): Promise<(one: KnownConcern) => Others> {
  const { read } = ground.database;
  const rule = await readMarkerRule(read, ground, viewer.schoolId);
  const readable = await readReadable(ground, viewer, restrictions, pupilIds);
  const now = ground.clock.now();
  return (one) => {
    const all = seesAllPupils(viewer, one.facts);
    const seen = one.facts.pupils.filter((pupil) => all || seesPupil(viewer, pupil, restrictions));
    const ofEach = seen.map(({ pupilId }) => readable.get(pupilId) ?? []);
    const earlier = ofEach.map((others) => others.filter((other) => isEarlier(other, one)).length);
    const markers = ofEach.flatMap((others) => markerOf(rule, others, now) ?? []);
    return {
      earlier: Math.max(0, ...earlier),
      marker: markers.sort((a, b) => b.concerns - a.concerns)[0] ?? null,
    };
  };
}

/** Concerns that this viewer may read, by each of these pupils. */
async function readReadable(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownConcern[]>> {
  const { read } = ground.database;
  const links = await read('concern_pupils')
    .where({ school_id: viewer.schoolId })
    .whereIn('pupil_id', pupilIds)
    .select('concern_id');
  const ids = [...new Set(links.map((link) => link.concern_id))];
  const loaded = await knowConcerns(read, ground, viewer, ids);
  const readable = [...loaded.values()].filter(
    (one) => mayReadConcern(viewer, one.facts, restrictions) !== null,
  );
  const pairs = readable.flatMap((one) =>
    [...new Set(one.facts.pupils.map(({ pupilId }) => pupilId))].map((pupilId) => ({ pupilId, one })),
  );
  return groupBy(
    pairs,
    ({ pupilId }) => pupilId,
    ({ one }) => one,
  );
}

function isEarlier(other: KnownConcern, one: KnownConcern): boolean {
  return other.row.id !== one.row.id && other.row.received_at <= one.row.received_at;
}
