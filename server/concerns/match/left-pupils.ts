import type { listLeftPupils as listing } from '../../../protocol/concern-decisions';
import type { ReplyOf } from '../../../protocol/endpoint';
import { locale } from '../../../protocol/words/language';
import type { StaffActor } from '../../access/actor';
import { mayNamePupil, type ClassRestrictions } from '../../access/concern';
import type { Ground } from '../../ground';
import { readPupilNames } from '../../pupils/names';
import { loadPupilFacts } from '../../records/load-facts';

const byName = new Intl.Collator(locale, { numeric: true });

/**
 * Pupils who have left and whom this lead may name for a record: it may have been about one of them. The roll of a tablet
 * holds nobody who has left, so they are asked for apart.
 */
export async function listLeftPupils(
  ground: Ground,
  actor: StaffActor,
  restrictions: ClassRestrictions,
): Promise<ReplyOf<typeof listing>['pupils']> {
  const { read } = ground.database;
  const { schoolId } = actor;
  const rows = await read('pupils')
    .where({ school_id: schoolId })
    .whereNotNull('left_at')
    .whereNull('joined_into')
    .select('id', 'left_at');
  const facts = await loadPupilFacts(
    read,
    schoolId,
    rows.map(({ id }) => id),
  );
  const seen = rows.filter(({ id }) => {
    const pupil = facts.get(id);
    return pupil !== undefined && mayNamePupil(actor, pupil, restrictions);
  });
  const names = await readPupilNames(
    read,
    ground,
    schoolId,
    seen.map(({ id }) => id),
  );
  return seen
    .map(({ id, left_at }) => ({ id, name: names.get(id) ?? '', leftOn: (left_at ?? '').slice(0, 10) }))
    .sort((one, other) => byName.compare(one.name, other.name));
}
