import { setImmediate } from 'node:timers/promises';
import type { LevelChoice } from '../../protocol/concern-actions';
import { fitsLevel } from '../records/fits-level';
import type { SearchedSchool } from './concern-index';
import { Matcher } from './matcher';
import type { Query } from './query';
import type { ReadableConcern } from './readable';

/** Concerns that are looked through before other requests have their turn. */
const AT_ONCE = 5_000;

/** What a concern must be besides having the words. */
export interface Filter {
  readonly query: Query;
  /** Any of these or of their sub-categories; empty: any. */
  readonly categories: readonly string[];
  readonly level: LevelChoice | undefined;
  /** UTC, the first moment that counts and the first that no longer does. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Those that match, in their order. @param readable only what its person may read */
export async function findMatching(
  readable: readonly ReadableConcern[],
  school: SearchedSchool,
  filter: Filter,
): Promise<ReadableConcern[]> {
  const matcher = new Matcher(filter.query, school.vocabulary);
  const categories = withChildren(filter.categories, school);
  const found: ReadableConcern[] = [];
  for (let at = 0; at < readable.length; at += AT_ONCE) {
    for (const one of readable.slice(at, at + AT_ONCE)) {
      const { concern } = one;
      if (filter.from !== null && concern.at < filter.from) continue;
      if (filter.until !== null && concern.at >= filter.until) continue;
      if (!fitsLevel(concern.level, filter.level)) continue;
      if (categories && !concern.categories.some((id) => categories.has(id))) continue;
      if (hasAll(one, school, matcher)) found.push(one);
    }
    await setImmediate();
  }
  return found;
}

/** Every word and phrase, wherever in it: texts, names of staff and categories, names of the pupils whom its reader may see. */
function hasAll({ concern, pupils }: ReadableConcern, { names }: SearchedSchool, matcher: Matcher): boolean {
  let bits = matcher.bitsOf(concern.words);
  for (const id of concern.people) bits |= matcher.bitsOf(names.staff.get(id) ?? none);
  for (const id of concern.categories) bits |= matcher.bitsOf(names.categories.get(id)?.name ?? none);
  for (const { pupilId } of pupils) bits |= matcher.bitsOf(names.pupils.get(pupilId)?.name ?? none);
  return bits === matcher.all;
}

const none = new Uint32Array();

/** Null: any category. */
function withChildren(chosen: readonly string[], { names }: SearchedSchool): ReadonlySet<string> | null {
  if (chosen.length === 0) return null;
  const all = new Set(chosen);
  for (let before = 0; before !== all.size; ) {
    before = all.size;
    for (const [id, { parentId }] of names.categories)
      if (parentId !== null && all.has(parentId)) all.add(id);
  }
  return all;
}
