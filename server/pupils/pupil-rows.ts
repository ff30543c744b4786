import type { PupilFacts } from '../../protocol/changes/pupils';
import { rollRefusals } from '../../protocol/words/refusals/roll';
import { problem } from '../http/problem';
import type { ChangeStep } from '../school/apply-change';
import { cellsOf } from '../storage/cells';
import type { PupilRow } from '../storage/rows/school';
import { writeContacts } from './contacts';

/** The texts of a pupil as the sealed cells of their row; the names of `facts` are the import's. */
export function sealPupil({ ground, schoolId }: ChangeStep, id: string, given: PupilFacts) {
  const { sex, sen, freeSchoolMeals, lookedAfter, eal } = given;
  return cellsOf(ground.keys, schoolId, 'pupils').seal(id, {
    upn: given.upn,
    pupil_ref: given.pupilRef,
    first_name: given.firstName,
    last_name: given.lastName,
    preferred_name: given.preferredName,
    date_of_birth: given.dateOfBirth,
    facts: JSON.stringify({
      sex: sex ?? undefined,
      sen: sen ?? undefined,
      freeSchoolMeals,
      lookedAfter,
      eal,
    }),
    ...writeContacts(given.contacts),
  });
}

/**
 * Under what an import finds this pupil again: UPN, else pupil id, else nothing but the row itself.
 * @throws problem 'not-valid' where another pupil has it
 */
export async function freeMatch(
  step: ChangeStep,
  id: string,
  given: Pick<PupilFacts, 'upn' | 'pupilRef'>,
): Promise<string> {
  const { trx, schoolId, ground } = step;
  const match = ground.keys.blindIndex(schoolId, 'pupil', given.upn ?? given.pupilRef ?? id);
  const taken = await trx('pupils')
    .where({ school_id: schoolId, match_index: match })
    .first('id', 'left_at', 'joined_into');
  if (!taken || taken.id === id) return match;
  throw problem('not-valid', {
    field: given.upn ? 'upn' : 'pupilRef',
    title: titleOfTaken(taken),
  });
}

function titleOfTaken({ left_at, joined_into }: Pick<PupilRow, 'left_at' | 'joined_into'>): string {
  if (joined_into) return rollRefusals.numberOfJoined;
  if (left_at) return rollRefusals.numberOfLeaver;
  return rollRefusals.numberTaken;
}

/** Refuses a day that is none, or still to come. @throws problem 'not-valid' */
export function mustBePast({ ground }: ChangeStep, field: string, day: string): void {
  const time = Date.parse(`${day}T00:00:00.000Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
  // A school east of Greenwich may be a day ahead.
  if (!real || time > ground.clock.now() + 14 * 3_600_000)
    throw problem('not-valid', { field, title: rollRefusals.dayToCome });
}

/** Ids of one statement; SQLite takes 32,766 values in one. */
const CHUNK = 1000;

/** Asks for many ids in statements that a database takes, one after the other. */
export async function inChunks<T>(
  ids: readonly string[],
  ask: (some: readonly string[]) => PromiseLike<readonly T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += CHUNK)
    found.push(...(await ask(ids.slice(from, from + CHUNK))));
  return found;
}

/** Makes sure that all of these pupils are of this school, and none was joined with another. @throws problem 'not-found' */
export async function mustAllBeHere({ trx, schoolId }: ChangeStep, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const there = await inChunks(wanted, (some) =>
    trx('pupils').where({ school_id: schoolId }).whereNull('joined_into').whereIn('id', some).pluck('id'),
  );
  if (there.length !== wanted.length) throw problem('not-found');
}

/** Makes sure that class and year group are of this school and open. @throws problem 'not-found' or 'not-valid' */
export async function mustBePlace(
  step: ChangeStep,
  place: { classId: string; yearGroupId: string },
): Promise<void> {
  await mustBeOpen(step, 'classes', place.classId);
  await mustBeOpen(step, 'year_groups', place.yearGroupId);
}

async function mustBeOpen({ trx, schoolId }: ChangeStep, table: 'classes' | 'year_groups', id: string) {
  const row = await trx(table).where({ school_id: schoolId, id }).first('disabled_at');
  if (!row) throw problem('not-found');
  if (row.disabled_at === null) return;
  const [field, what] = table === 'classes' ? ['classId', 'class'] : ['yearGroupId', 'year group'];
  throw problem('not-valid', {
    field,
    title: rollRefusals.closed(what),
  });
}

/** Writes the brothers and sisters of a pupil, each way. */
export async function setSiblings(step: ChangeStep, id: string, siblings: readonly string[]): Promise<void> {
  const { trx, schoolId } = step;
  const others = [...new Set(siblings)].filter((other) => other !== id);
  await mustAllBeHere(step, others);
  await trx('siblings')
    .where({ school_id: schoolId })
    .where((either) => either.where({ pupil_id: id }).orWhere({ other_id: id }))
    .delete();
  if (others.length === 0) return;
  const pair = (pupilId: string, otherId: string) => ({
    school_id: schoolId,
    pupil_id: pupilId,
    other_id: otherId,
  });
  await trx('siblings').insert(others.flatMap((other) => [pair(id, other), pair(other, id)]));
}
