import { schoolRefusals } from '../../protocol/words/refusals/school';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import type { ChangeStep } from './apply-change';

/** Tables of things that a school knows by their name, unique in the school. */
export type NamedTable =
  | 'user_groups'
  | 'year_groups'
  | 'classes'
  | 'places'
  | 'agencies'
  | 'alert_groups'
  | 'categories';

type Clear = Readonly<Record<string, string | number | null>>;

/** Adds a named thing; answers its id. @throws problem 'not-valid' where the name is taken */
export async function addNamed(
  step: ChangeStep,
  table: NamedTable,
  name: string,
  clear: Clear,
  texts: Readonly<Record<string, string | null>> = {},
): Promise<string> {
  const id = step.newId();
  const index = await freeIndex(step, table, name, null);
  await step.trx(table).insert({
    school_id: step.schoolId,
    id,
    name_index: index,
    ...clear,
    ...cellsOf(step.ground.keys, step.schoolId, table).seal(id, { name, ...texts }),
  });
  return id;
}

/** Changes a named thing. @throws problem 'not-found', or 'not-valid' where the name is taken */
export async function changeNamed(
  step: ChangeStep,
  table: NamedTable,
  id: string,
  change: { name: string; clear?: Clear; texts?: Readonly<Record<string, string | null>> },
): Promise<void> {
  const { trx, schoolId, ground } = step;
  const index = await freeIndex(step, table, change.name, id);
  const cells = cellsOf(ground.keys, schoolId, table).seal(id, { name: change.name, ...change.texts });
  const changed = await trx(table)
    .where({ school_id: schoolId, id })
    .update({ name_index: index, ...change.clear, ...cells });
  if (changed === 0) throw problem('not-found');
}

async function freeIndex(
  step: ChangeStep,
  table: NamedTable,
  name: string,
  own: string | null,
): Promise<string> {
  const index = step.ground.keys.blindIndex(step.schoolId, table, name);
  const taken = await step.trx(table).where({ school_id: step.schoolId, name_index: index }).first('id');
  if (taken && taken.id !== own) {
    throw problem('not-valid', {
      field: 'name',
      title: schoolRefusals.nameTaken(name),
    });
  }
  return index;
}

/** The place behind everything that stands in a table, for what is added. */
export async function nextPosition(
  { trx, schoolId }: ChangeStep,
  table: Exclude<NamedTable, 'user_groups'>,
): Promise<number> {
  const last = await trx(table)
    .where({ school_id: schoolId })
    .max({ position: 'position' })
    .first<{ position: number | null }>();
  return (last.position ?? -1) + 1;
}

/**
 * Puts named things in the school's order; what is not named stands behind, as before. Answers how many there are.
 * @throws problem 'not-found'
 */
export async function putInOrder(
  step: ChangeStep,
  table: Exclude<NamedTable, 'user_groups'>,
  order: readonly string[],
): Promise<number> {
  const { trx, schoolId } = step;
  await mustAllBeHere(step, table, order);
  const rows = await trx(table).where({ school_id: schoolId }).orderBy('position').select('id');
  const ordered = new Set([...order, ...rows.map(({ id }) => id)]);
  for (const [position, id] of [...ordered].entries())
    await trx(table).where({ school_id: schoolId, id }).update({ position });
  return ordered.size;
}

/** Makes sure that ids belong to this school. @throws problem 'not-found' */
export async function mustAllBeHere(
  step: ChangeStep,
  table: NamedTable | 'staff' | 'automatic_alerts',
  ids: readonly string[],
): Promise<void> {
  const rows = await step.trx(table).where({ school_id: step.schoolId }).whereIn('id', ids).select('id');
  if (rows.length < new Set(ids).size) throw problem('not-found');
}

/** Makes sure that an id belongs to this school. @throws problem 'not-found' */
export async function mustBeHere(step: ChangeStep, table: NamedTable | 'staff', id: string): Promise<void> {
  const row = await step.trx(table).where({ school_id: step.schoolId, id }).first('id');
  if (!row) throw problem('not-found');
}
