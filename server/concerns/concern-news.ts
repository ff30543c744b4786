import type { ConcernNews } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import { filesOfConcern, heldShown } from './files-shown';
import { showsContent, statusOf } from './present';
import { isMatch, showMatches } from './match/match-shown';
import { leadsConcern, type GuardedConcern } from './read-concern';

/**
 * What has been done about a concern that is open on somebody's screen: by whom and of what kind, never a word of it.
 * So it is no opening and asks for no row in the audit; the words are read by opening it again.
 */
export async function concernNews(
  ground: Ground,
  viewer: StaffActor,
  { loaded, restrictions }: GuardedConcern,
): Promise<ConcernNews> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const leads = leadsConcern(viewer, { loaded, restrictions });
  const all = await read('concern_actions')
    .where({ school_id: schoolId, concern_id: loaded.row.id })
    .orderBy(['at', 'id'])
    .select('id', 'kind', 'staff_id', 'was_pupil_id', 'now_pupil_id');
  const matches = leads ? await showMatches(ground, viewer, all, restrictions) : new Map<string, never>();
  const rows = all.filter(({ id, kind }) => (kind === 'covered' ? leads : !isMatch(kind) || matches.has(id)));
  const ids = rows.flatMap((row) => row.staff_id ?? []);
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(ids)]);
  const files = await filesOfConcern(ground, schoolId, loaded.row.id);
  return {
    status: statusOf(loaded.row),
    deeds: rows.map(({ id, kind, staff_id: by }) => ({
      id,
      kind,
      by: by === null ? null : (staff.get(by)?.name ?? null),
      you: by === viewer.staffId,
    })),
    files: files
      .filter(({ action_id }) => action_id !== null || showsContent(loaded))
      .map((file) => ({
        fileId: file.file_id,
        state: file.state,
        type: file.type,
        ...heldShown(ground, file),
      })),
  };
}
