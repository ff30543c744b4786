import { problem } from '../http/problem';
import type { Applied, ChangeAppliers, ChangeStep } from './apply-change';
import { addNamed, changeNamed, nextPosition } from './named-rows';

type Table = 'places' | 'agencies';
const nounOf = { places: 'place', agencies: 'agency' } as const;

/** Places and agencies: what is removed is kept, since concerns name it. */
export const placeChanges = {
  'place.add': (step, { name }) => add(step, 'places', name),
  'place.rename': (step, { placeId, name }) => rename(step, 'places', placeId, name),
  'place.remove': (step, { placeId }) => remove(step, 'places', placeId),
  'agency.add': (step, { name }) => add(step, 'agencies', name),
  'agency.rename': (step, { agencyId, name }) => rename(step, 'agencies', agencyId, name),
  'agency.remove': (step, { agencyId }) => remove(step, 'agencies', agencyId),
} satisfies Partial<ChangeAppliers>;

/** One that was removed under the same name comes back, so that earlier and later concerns name the same. */
async function add(step: ChangeStep, table: Table, name: string): Promise<Applied> {
  const { trx, schoolId, ground } = step;
  const index = ground.keys.blindIndex(schoolId, table, name);
  const gone = await trx(table)
    .where({ school_id: schoolId, name_index: index })
    .whereNotNull('removed_at')
    .first('id');
  const position = await nextPosition(step, table);
  if (gone) {
    await trx(table).where({ school_id: schoolId, id: gone.id }).update({ removed_at: null, position });
    await changeNamed(step, table, gone.id, { name });
  }
  const id = gone?.id ?? (await addNamed(step, table, name, { position }));
  return { object: `${nounOf[table]}:${id}`, added: id };
}

async function rename(step: ChangeStep, table: Table, id: string, name: string): Promise<Applied> {
  await mustBeOffered(step, table, id);
  await changeNamed(step, table, id, { name });
  return { object: `${nounOf[table]}:${id}` };
}

async function remove(step: ChangeStep, table: Table, id: string): Promise<Applied> {
  const { trx, schoolId, at } = step;
  await mustBeOffered(step, table, id);
  await trx(table).where({ school_id: schoolId, id }).update({ removed_at: at });
  return { object: `${nounOf[table]}:${id}` };
}

async function mustBeOffered({ trx, schoolId }: ChangeStep, table: Table, id: string): Promise<void> {
  const row = await trx(table).where({ school_id: schoolId, id }).whereNull('removed_at').first('id');
  if (!row) throw problem('not-found');
}
