import type { ReplyOf } from '../../protocol/endpoint';
import type { searchConcerns } from '../../protocol/search';
import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { readPupilFiles } from '../concerns/pupils-shown';
import type { Ground } from '../ground';
import { initialsOf } from '../school/names';
import { loadRestrictions } from '../school/load-restrictions';
import type { SearchedSchool } from './concern-index';
import { Matcher } from './matcher';
import type { Query } from './query';

/** More than these are counted: more of a name finds the one. */
const MOST = 10;
const byName = new Intl.Collator(locale, { numeric: true });

type Found = Pick<ReplyOf<typeof searchConcerns>, 'pupils' | 'pupilsTotal'>;

/**
 * Pupils who are called so and whose page this person may open, by name, leavers too: the way to the page of a child of
 * whom nothing is recorded yet.
 */
export async function findPupils(
  ground: Ground,
  viewer: StaffActor,
  school: SearchedSchool,
  query: Query,
): Promise<Found> {
  if (query.length === 0) return { pupils: [], pupilsTotal: 0 };
  const { read } = ground.database;
  const { schoolId } = viewer;
  const restrictions = await loadRestrictions(read, schoolId);
  const matcher = new Matcher(query, school.vocabulary);
  const seen = [...school.names.pupils.values()].filter(({ facts, name }) => {
    const pupil = { ...facts, schoolId };
    return (
      can(viewer, 'pupil.read', { kind: 'guarded-pupil', pupil, restrictions }) &&
      matcher.bitsOf(name) === matcher.all
    );
  });
  const ids = seen.map(({ facts }) => facts.pupilId);
  const rows = await read('pupils')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .whereNull('joined_into')
    .select('id', 'left_at');
  const leftAt = new Map(rows.map((row) => [row.id, row.left_at]));
  const files = await readPupilFiles(read, ground, schoolId, [...leftAt.keys()]);
  const sorted = [...files.values()].sort(
    (one, other) => byName.compare(one.name, other.name) || (one.id < other.id ? -1 : 1),
  );
  const pupils = sorted.slice(0, MOST).map(({ id, name, className }) => ({
    id,
    name,
    initials: initialsOf(name),
    className,
    left: leftAt.get(id) !== null,
  }));
  return { pupils, pupilsTotal: sorted.length };
}
