import type { ShownLink } from '../../../protocol/concern-links';
import type { StaffActor } from '../../access/actor';
import { mayReadConcern, type ClassRestrictions } from '../../access/concern';
import type { Ground } from '../../ground';
import { knowConcerns, loadConcerns } from '../../records/load-facts';
import { readStaffNames } from '../../school/names';
import { cellsOf } from '../../storage/cells';
import type { Reader } from '../../storage/database';
import type { ConcernLinkRow } from '../../storage/rows/linked-concerns';
import { coverText, readCovers } from '../covers';
import { showOthers } from './other-concern';

/**
 * Links of these concerns, oldest first, as far as this person may read the other one too: of every other link there is no
 * trace. Asked of a concern with a hidden link and of one without any it takes as many statements (access.md, Traps).
 * @param ids concerns that this person may read
 * @param read within a transaction: the transaction
 */
export async function linksFor(
  ground: Ground,
  viewer: StaffActor,
  ids: readonly string[],
  restrictions: ClassRestrictions,
  read: Reader = ground.database.read,
): Promise<ConcernLinkRow[]> {
  const rows = await read('concern_links')
    .where({ school_id: viewer.schoolId })
    .where((either) => either.whereIn('concern_id', [...ids]).orWhereIn('other_id', [...ids]))
    .orderBy(['linked_at', 'id']);
  const both = rows.flatMap(({ concern_id, other_id }) => [concern_id, other_id]);
  const known = await knowConcerns(read, ground, viewer, [...new Set([...ids, ...both])]);
  const reads = (id: string) => {
    const one = known.get(id);
    return one !== undefined && mayReadConcern(viewer, one.facts, restrictions) !== null;
  };
  return rows.filter(({ concern_id, other_id }) => reads(concern_id) && reads(other_id));
}

/** The same with their words, by the concern on which each stands. */
export async function showLinks(
  ground: Ground,
  viewer: StaffActor,
  ids: readonly string[],
  restrictions: ClassRestrictions,
): Promise<ReadonlyMap<string, ShownLink[]>> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const rows = await linksFor(ground, viewer, ids, restrictions);
  if (rows.length === 0) return new Map();
  const both = [...new Set(rows.flatMap(({ concern_id, other_id }) => [concern_id, other_id]))];
  const loaded = [...(await loadConcerns(read, ground, viewer, both)).values()];
  const others = await showOthers(ground, viewer, loaded, restrictions);
  const people = rows.flatMap(({ linked_by, ended_by }) => [linked_by, ended_by ?? linked_by]);
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(people)]);
  const nameOf = (id: string | null) => (id === null ? null : (staff.get(id)?.name ?? null));
  const cells = cellsOf(ground.keys, schoolId, 'concern_links');
  const links = new Map<string, ShownLink[]>();
  for (const row of rows) {
    const { id, concern_id, other_id, end_id, ended_at } = row;
    const covers = readCovers(cells.open(id, 'covers', row.covers));
    const said = {
      id,
      by: nameOf(row.linked_by),
      at: row.linked_at,
      reason: coverText(cells.need(id, 'reason', row.reason), covers, 'reason'),
      ended:
        end_id === null || ended_at === null
          ? null
          : {
              id: end_id,
              by: nameOf(row.ended_by),
              at: ended_at,
              reason: coverText(cells.open(id, 'ended_reason', row.ended_reason) ?? '', covers, 'ended'),
            },
    };
    for (const [own, beside] of [
      [concern_id, other_id],
      [other_id, concern_id],
    ] as const) {
      const other = others.get(beside);
      if (ids.includes(own) && other) links.set(own, [...(links.get(own) ?? []), { ...said, other }]);
    }
  }
  return links;
}
