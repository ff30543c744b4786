import type { ChangeOf } from '../../protocol/changes/change';
import type { RollMove } from '../../protocol/changes/pupils';
import { rollRefusals } from '../../protocol/words/refusals/roll';
import { problem } from '../http/problem';
import type { Applied, ChangeStep } from '../school/apply-change';
import { cellsOf } from '../storage/cells';
import { raiseLeaving } from './raise-leaving';
import { inChunks, mustAllBeHere, mustBePast, mustBePlace } from './pupil-rows';

type Move = RollMove['moves'][number];

/**
 * Moves many classes in one step, all from where they stood before the first of them moved: 3B may become 4B while 4B
 * becomes 5C. @throws problem 'not-valid' where a pupil is named twice, or everybody stands elsewhere by now
 */
export async function moveRoll(step: ChangeStep, change: ChangeOf<'roll.move'>): Promise<Applied> {
  const { moves, leavers } = change;
  const named = [...moves.flatMap(({ pupilIds }) => pupilIds), ...(leavers?.pupilIds ?? [])];
  if (new Set(named).size < named.length)
    throw problem('not-valid', { field: 'moves', title: rollRefusals.twoMoves });
  await mustAllBeHere(step, named);
  for (const { to } of moves) await mustBePlace(step, to);
  const present = await findPresent(step, named);
  const moved = moves.map((move) => ({ ...move, pupilIds: move.pupilIds.filter(standsIn(present, move)) }));
  const left = (leavers?.pupilIds ?? []).filter((id) => present.has(id));
  if (left.length + moved.flatMap(({ pupilIds }) => pupilIds).length === 0)
    throw problem('not-valid', {
      field: 'moves',
      title: rollRefusals.nobodyThere,
    });
  for (const { to, pupilIds } of moved) await writePlace(step, pupilIds, to);
  if (leavers) await writeLeft(step, left, leavers);
  return { object: `school:${step.schoolId}`, facts: factsOf(moved, left, leavers?.on ?? null) };
}

type Present = ReadonlyMap<string, { class_id: string; year_group_id: string }>;

/** Where those of these pupils stand who are on roll. */
async function findPresent({ trx, schoolId }: ChangeStep, ids: readonly string[]): Promise<Present> {
  const rows = await inChunks(ids, (some) =>
    trx('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', some)
      .whereNull('left_at')
      .select('id', 'class_id', 'year_group_id'),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const standsIn =
  (present: Present, { from }: Move) =>
  (id: string): boolean => {
    const row = present.get(id);
    return row?.class_id === from.classId && row.year_group_id === from.yearGroupId;
  };

async function writePlace({ trx, schoolId }: ChangeStep, ids: readonly string[], to: Move['to']) {
  await inChunks(ids, async (some) => {
    await trx('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', some)
      .update({ class_id: to.classId, year_group_id: to.yearGroupId });
    return [];
  });
}

/** Takes pupils off the roll, with the day (yyyy-mm-dd) and where they went. @throws problem 'not-valid' */
export async function writeLeft(
  step: ChangeStep,
  ids: readonly string[],
  { on, destination }: { on: string; destination: string | null },
): Promise<void> {
  const { trx, schoolId, ground } = step;
  mustBePast(step, 'on', on);
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  for (const id of ids)
    await trx('pupils')
      .where({ school_id: schoolId, id })
      .update({ left_at: on, ...cells.seal(id, { left_to: destination }) });
  await raiseLeaving(step, ids, on);
}

function factsOf(moved: readonly Move[], left: readonly string[], on: string | null): Applied['facts'] {
  return {
    moves: moved.map(
      ({ from, to, pupilIds }) => `${from.classId} ${to.classId} ${to.yearGroupId}: ${pupilIds.join(' ')}`,
    ),
    left,
    on,
  };
}
