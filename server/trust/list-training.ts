import type { BodyOf } from '../../protocol/endpoint';
import type { listTrainingForSites as endpoint } from '../../protocol/training';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { putSession } from '../training/keep-training';

/** Who did it, in the audit of a school that the person is not of. */
const TRUST = 'trust';

/**
 * Lists one session at every site of this server: all of them, or none. It reads nothing of any school, and each school's
 * own administrators may take it off their list.
 * @returns at how many sites it stands @throws what `putSession` throws
 */
export async function listTrainingForSites(
  ground: Ground,
  { schoolId: own, staffId }: StaffActor,
  id: string,
  given: BodyOf<typeof endpoint>,
): Promise<number> {
  const at = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    const sites = await trx('schools').orderBy('position').pluck<string[]>('id');
    for (const schoolId of sites) {
      await putSession(trx, ground, { schoolId, by: staffId, id, given, at });
      const actor = schoolId === own ? staffId : TRUST;
      await appendAudit(trx, { schoolId, at, actor, what: 'training.kept', object: `training:${id}` });
    }
    return sites.length;
  });
}
