import type { ChangeOf } from '../../protocol/changes/change';
import type { RollUpload } from '../../protocol/changes/upload';
import type { Applied, ChangeStep } from '../school/apply-change';
import { cellsOf } from '../storage/cells';
import { freeMatch, inChunks, mustAllBeHere, mustBePast, mustBePlace, sealPupil } from './pupil-rows';
import { dropLeaving } from './raise-leaving';

/** Rows of one INSERT; SQLite takes 32,766 values in a statement. */
const CHUNK = 500;

/** Writes what an upload of the pupil export brings, and remembers its columns. @throws problem 'not-valid' */
export async function uploadRoll(step: ChangeStep, change: ChangeOf<'roll.upload'>): Promise<Applied> {
  const { trx, schoolId } = step;
  const { joiners, changed, back } = change;
  const ids = changed.map(({ pupilId }) => pupilId);
  await mustAllBeHere(step, [...ids, ...back]);
  for (const one of changed) await writeFacts(step, one);
  const added = await addJoiners(step, joiners);
  await inChunks(back, async (some) => {
    await trx('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', some)
      .update({ left_at: null, left_to: null });
    await dropLeaving(step, some);
    return [];
  });
  await rememberColumns(step, change.matching);
  return { object: `school:${schoolId}`, facts: { added, changed: ids, back } };
}

async function addJoiners(step: ChangeStep, joiners: RollUpload['joiners']): Promise<string[]> {
  const { trx, schoolId, at } = step;
  const places = new Map(joiners.map((one) => [`${one.classId} ${one.yearGroupId}`, one]));
  for (const place of places.values()) await mustBePlace(step, place);
  const rows = [];
  for (const { classId, yearGroupId, ...given } of joiners) {
    const id = step.newId();
    mustBePast(step, 'dateOfBirth', given.dateOfBirth);
    const facts = { ...NOTHING_SAID, ...given };
    rows.push({
      school_id: schoolId,
      id,
      match_index: await freeMatch(step, id, facts),
      ...sealPupil(step, id, facts),
      class_id: classId,
      year_group_id: yearGroupId,
      created_at: at,
    });
  }
  for (let from = 0; from < rows.length; from += CHUNK)
    await trx('pupils').insert(rows.slice(from, from + CHUNK));
  return rows.map(({ id }) => id);
}

const NOTHING_SAID = {
  sen: null,
  freeSchoolMeals: false,
  lookedAfter: false,
  eal: false,
  contacts: [],
  siblings: [],
};

async function writeFacts(step: ChangeStep, one: RollUpload['changed'][number]): Promise<void> {
  const { trx, schoolId, ground } = step;
  const id = one.pupilId;
  mustBePast(step, 'dateOfBirth', one.dateOfBirth);
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const row = await trx('pupils').where({ school_id: schoolId, id }).first('facts');
  const known = JSON.parse(cells.open(id, 'facts', row?.facts ?? null) ?? '{}') as object;
  await trx('pupils')
    .where({ school_id: schoolId, id })
    .update({
      match_index: await freeMatch(step, id, one),
      ...cells.seal(id, {
        upn: one.upn,
        pupil_ref: one.pupilRef,
        first_name: one.firstName,
        last_name: one.lastName,
        preferred_name: one.preferredName,
        date_of_birth: one.dateOfBirth,
        facts: JSON.stringify({ ...known, sex: one.sex ?? undefined }),
      }),
    });
}

async function rememberColumns({ trx, schoolId, ground }: ChangeStep, matching: RollUpload['matching']) {
  const cells = cellsOf(ground.keys, schoolId, 'export_columns');
  await trx('export_columns')
    .insert({ school_id: schoolId, ...cells.seal(schoolId, { matching: JSON.stringify(matching) }) })
    .onConflict('school_id')
    .merge(['matching']);
}
