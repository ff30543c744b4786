import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import type { searchConcerns as endpoint } from '../../protocol/search';
import { groupWorks, type StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSchool } from '../school/school';
import { findMatching, type Filter } from './find-matching';
import { findPupils } from './find-pupils';
import type { SearchIndexes } from './indexes';
import { periodOf } from './period';
import { presentFound } from './present-found';
import { readQuery } from './query';
import { readableBy, type ReadableConcern } from './readable';

const PAGE = 20;

type Asked = BodyOf<typeof endpoint>;
type Reply = ReplyOf<typeof endpoint>;

/**
 * One page of what a person may read and was looking for, newest first. It is in the audit that they searched, how
 * many were found and which were shown; never the words.
 * @throws problem 'elevation-needed' where the rights of their group do not work now; 'not-valid' for too many words
 */
export async function searchConcerns(
  ground: Ground,
  indexes: SearchIndexes,
  viewer: StaffActor,
  asked: Asked,
): Promise<Reply> {
  if (!groupWorks(viewer)) throw problem('elevation-needed');
  const filter = await readFilter(ground, viewer.schoolId, asked);
  const school = await indexes.of(viewer.schoolId);
  const found = await findMatching(await readableBy(ground, viewer, school), school, filter);
  const start = asked.cursor === undefined ? 0 : placeAfter(found, asked.cursor);
  const page = found.slice(start, start + PAGE).map(({ concern }) => concern);
  const shown = await presentFound(ground, viewer, page, filter.query);
  const last = page.at(-1);
  const more = last !== undefined && start + PAGE < found.length;
  const total = found.length - (page.length - shown.length);
  const ids = shown.map(({ concernId }) => concernId);
  await noteSearch(ground, viewer, { found: total, shown: ids, further: start > 0 });
  const cursor = more ? `${last.at}~${last.id}` : null;
  const pupils =
    start > 0 ? { pupils: [], pupilsTotal: 0 } : await findPupils(ground, viewer, school, filter.query);
  return { found: shown, total, cursor, ...pupils };
}

async function readFilter(ground: Ground, schoolId: string, asked: Asked): Promise<Filter> {
  const query = readQuery(asked.words);
  const { timeZone } = await readSchool(ground.database.read, ground, schoolId);
  return {
    query,
    categories: asked.categories,
    level: asked.level,
    ...periodOf(asked, timeZone),
  };
}

/** A cursor is made of a concern that was shown, so it tells of no hidden one; it holds though that one has gone. */
function placeAfter(found: readonly ReadableConcern[], cursor: string): number {
  const [at = '', id = ''] = cursor.split('~');
  const place = found.findIndex(({ concern }) => concern.at < at || (concern.at === at && concern.id < id));
  return place === -1 ? found.length : place;
}

async function noteSearch(
  ground: Ground,
  { schoolId, staffId, elevated }: StaffActor,
  { found, shown, further }: { found: number; shown: readonly string[]; further: boolean },
): Promise<void> {
  const by = { schoolId, at: timeStamp(ground.clock), actor: staffId, object: `staff:${staffId}` };
  const entries = [
    ...(further ? [] : [{ ...by, what: 'search.made', facts: { found, elevated } }]),
    // Apart from it: an entry that speaks of records is left out for whom they must not be known to.
    ...(shown.length > 0 ? [{ ...by, what: 'search.shown', facts: { concerns: shown, elevated } }] : []),
  ];
  if (entries.length > 0) await ground.database.write((trx) => appendAudit(trx, ...entries));
}
