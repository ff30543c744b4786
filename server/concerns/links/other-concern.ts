import type { OtherConcern } from '../../../protocol/concern-links';
import type { StaffActor } from '../../access/actor';
import { seesAllPupils, type ClassRestrictions } from '../../access/concern';
import type { Ground } from '../../ground';
import type { LoadedConcern } from '../../records/load-facts';
import { readNamed, readStaffNames } from '../../school/names';
import { showAbout } from '../about-shown';
import { openBody } from '../body';
import { readPupilFiles, showPupils } from '../pupils-shown';

/**
 * Other concerns as briefly as a link or a list to choose from says them: which, when, about whom; no text. They are ones
 * that this person may read.
 */
export async function showOthers(
  ground: Ground,
  viewer: StaffActor,
  concerns: readonly LoadedConcern[],
  restrictions: ClassRestrictions,
): Promise<ReadonlyMap<string, OtherConcern>> {
  if (concerns.length === 0) return new Map();
  const { read } = ground.database;
  const { schoolId } = viewer;
  const pupils = concerns.flatMap(({ facts }) => facts.pupils.map(({ pupilId }) => pupilId));
  const files = await readPupilFiles(read, ground, schoolId, [...new Set(pupils)]);
  const about = concerns.flatMap(({ facts }) => [...facts.aboutStaff]);
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(about)]);
  const categories = await readNamed(read, ground, schoolId, 'categories');
  return new Map(
    concerns.map((one) => {
      const { row, facts, pupilAt } = one;
      // What came with a doubt and about no known pupil shows nothing of itself to anybody who has not taken it.
      const sealed = row.quarantine !== null && row.taken_by === null && facts.pupils.length === 0;
      const body = sealed ? null : openBody(ground, schoolId, row);
      const all = seesAllPupils(viewer, facts);
      const siblings = new Map<string, string[]>();
      const today = ground.clock.now();
      const shown = body
        ? showPupils({ body, facts, pupilAt, restrictions, viewer, all, files, siblings, today })
        : [];
      const other: OtherConcern = {
        concernId: row.id,
        reference: row.reference,
        at: row.happened_at ?? row.received_at,
        pupils: shown.map(({ pupilId, name, hidden }) => ({ pupilId, name, hidden })),
        about: showAbout(body, staff)?.map(({ name }) => name) ?? null,
        categories: facts.categories.map(({ id }) => categories.get(id) ?? ''),
      };
      return [row.id, other];
    }),
  );
}
