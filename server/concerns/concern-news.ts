import type { ConcernNews } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import type { ConcernLinkRow } from '../storage/rows/linked-concerns';
import type { ConcernActionRow } from '../storage/rows/records';
import { filesOfConcern, heldShown } from './files-shown';
import { linksFor } from './links/links-shown';
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
    .select('id', 'kind', 'staff_id', 'at', 'was_pupil_id', 'now_pupil_id');
  const matches = leads ? await showMatches(ground, viewer, all, restrictions) : new Map<string, never>();
  const rows = all.filter(({ id, kind }) => (kind === 'covered' ? leads : !isMatch(kind) || matches.has(id)));
  const links = (await linksFor(ground, viewer, [loaded.row.id], restrictions)).flatMap(deedsOf);
  const ids = [...rows, ...links].flatMap((row) => row.staff_id ?? []);
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(ids)]);
  const files = await filesOfConcern(ground, schoolId, loaded.row.id);
  return {
    status: statusOf(loaded.row),
    deeds: [...rows, ...links].sort(inOrder).map(({ id, kind, staff_id: by }) => ({
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

type Deed = Pick<ConcernActionRow, 'id' | 'staff_id' | 'at'> & { readonly kind: Kind };
type Kind = ConcernNews['deeds'][number]['kind'];

/** A link that was made, and one that was ended. */
function deedsOf({ id, linked_by, linked_at, end_id, ended_by, ended_at }: ConcernLinkRow): Deed[] {
  const linked: Deed = { id, kind: 'linked', staff_id: linked_by, at: linked_at };
  if (end_id === null || ended_at === null) return [linked];
  return [linked, { id: end_id, kind: 'unlinked', staff_id: ended_by, at: ended_at }];
}

function inOrder(one: Deed, other: Deed): number {
  return `${one.at}~${one.id}` < `${other.at}~${other.id}` ? -1 : 1;
}
