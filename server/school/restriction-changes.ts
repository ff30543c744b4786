import type { ChangeAppliers, ChangeStep } from './apply-change';
import { mustAllBeHere, mustBeHere } from './named-rows';

type Type = 'class' | 'year';
const tableOf = { class: 'classes', year: 'year_groups' } as const;

/** Class restrictions: the switch of a type, and who may see the pupils of one class or year group. */
export const restrictionChanges = {
  'restriction.switch': async (step, { type, on }) => {
    const { trx, schoolId } = step;
    const place = { school_id: schoolId, kind: type };
    const row = await trx('restriction_types').where(place).first('switched_on');
    const was = row?.switched_on === 1;
    const opened = on && !was ? await openWithoutList(step, type) : 0;
    await trx('restriction_types')
      .insert({ ...place, switched_on: Number(on) })
      .onConflict(['school_id', 'kind'])
      .merge(['switched_on']);
    return { object: `restriction:${type}`, facts: { on, opened } };
  },

  'restriction.set': async (step, { type, targetId, allows }) => {
    const { trx, schoolId } = step;
    await mustBeHere(step, tableOf[type], targetId);
    const { groups, staff } = allows === 'everyone' ? { groups: [], staff: [] } : allows;
    await mustAllBeHere(step, 'user_groups', groups);
    await mustAllBeHere(step, 'staff', staff);
    const place = { school_id: schoolId, kind: type, target_id: targetId };
    await trx('class_restrictions')
      .insert({ ...place, everyone: Number(allows === 'everyone') })
      .onConflict(['school_id', 'kind', 'target_id'])
      .merge(['everyone']);
    await trx('class_restriction_allows').where(place).delete();
    const rows = [
      ...groups.map((id) => ({ ...place, who: 'group' as const, who_id: id })),
      ...staff.map((id) => ({ ...place, who: 'staff' as const, who_id: id })),
    ];
    if (rows.length > 0) await trx('class_restriction_allows').insert(rows);
    const facts = allows === 'everyone' ? { everyone: true } : { groups, staff };
    return { object: `${type}:${targetId}`, facts };
  },
} satisfies Partial<ChangeAppliers>;

/** Switching on closes nothing unseen: what has no list is open to everyone until somebody sets one. */
async function openWithoutList({ trx, schoolId }: ChangeStep, type: Type): Promise<number> {
  const listed = trx('class_restrictions').where({ school_id: schoolId, kind: type }).select('target_id');
  const without = await trx(tableOf[type])
    .where({ school_id: schoolId })
    .whereNotIn('id', listed)
    .select('id');
  const rows = without.map(({ id }) => ({ school_id: schoolId, kind: type, target_id: id, everyone: 1 }));
  if (rows.length > 0) await trx('class_restrictions').insert(rows);
  return rows.length;
}
