import type { ChronologyPage, ChronologyQuery } from '../../protocol/chronology';
import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readNamed, readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { chooseEntries, pageOf, weeksBetween, type ChosenEntry } from './choose-entries';
import { findPupil } from '../matters/find-pupil';
import { knowEntries, type KnownEntry } from './known-entries';
import { noteRead } from './note-read';
import { presentEntries } from './present-entries';

/** Entries of one page. */
const PAGE = 50;

const byName = new Intl.Collator(locale, { numeric: true });

/**
 * One page of what this person may read about a pupil; which records it shows stands in the audit.
 * @throws problem 'not-found'
 */
export async function listEntries(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  query: ChronologyQuery,
): Promise<ChronologyPage> {
  const found = await findPupil(ground, viewer, pupilId);
  const { timeZone } = await readSchool(ground.database.read, ground, viewer.schoolId);
  const known = await knowEntries(ground, viewer, found);
  const chosen = chooseEntries(known, query, timeZone);
  const { page, cursor } = pageOf(chosen, { ...query, most: PAGE });
  await noteRead(ground, viewer, pupilId, {
    what: 'chronology.shown',
    concerns: page.flatMap(({ entry }) => entry.concern?.row.id ?? []),
  });
  const newest = chosen.at(-1);
  return {
    entries: await presentEntries(ground, viewer, found, page),
    cursor,
    total: known.length,
    found: chosen.length,
    marked: known.filter(({ mark }) => mark !== null).length,
    years: yearsOf(query.order === 'newest' ? chosen.toReversed() : chosen),
    quietWeeks: newest ? weeksBetween(newest.entry.at, timeStamp(ground.clock)) : null,
    ...(await choicesOf(ground, viewer, known)),
  };
}

function yearsOf(chosen: readonly ChosenEntry[]): ChronologyPage['years'] {
  const counts = new Map<number, number>();
  for (const { year } of chosen) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count }));
}

/** What there is to filter by, of what this person may read. */
async function choicesOf(
  ground: Ground,
  { schoolId }: StaffActor,
  known: readonly KnownEntry[],
): Promise<Pick<ChronologyPage, 'kinds' | 'categories' | 'people'>> {
  const { read } = ground.database;
  const counts = new Map<string, number>();
  for (const { kind } of known) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const used = new Set(known.flatMap(({ concern }) => (concern?.facts.categories ?? []).map(({ id }) => id)));
  const names = await readNamed(read, ground, schoolId, 'categories');
  const people = await readStaffNames(read, ground, schoolId, [
    ...new Set(known.flatMap(({ by }) => by ?? [])),
  ]);
  const sorted = (all: { id: string; name: string }[]) =>
    all.sort((one, other) => byName.compare(one.name, other.name));
  return {
    kinds: [...counts].map(([kind, count]) => ({ kind, count })),
    categories: sorted([...used].map((id) => ({ id, name: names.get(id) ?? '' }))),
    people: sorted([...people.values()].map(({ id, name }) => ({ id, name }))),
  };
}
