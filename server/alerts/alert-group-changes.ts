import { alertRefusals } from '../../protocol/words/refusals/alerts';
import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from '../school/apply-change';
import { addNamed, changeNamed, mustAllBeHere, mustBeHere, nextPosition } from '../school/named-rows';
import { countPresent } from './count-present';

/** Alert groups and their members. */
export const alertGroupChanges = {
  'alert-group.add': async (step, { name, members }) => {
    const clear = { position: await nextPosition(step, 'alert_groups'), fallback: 0 };
    const id = await addNamed(step, 'alert_groups', name, clear);
    await setMembers(step, id, members);
    return { object: `alert-group:${id}`, added: id, facts: { members } };
  },

  'alert-group.rename': async (step, { groupId, name }) => {
    await changeNamed(step, 'alert_groups', groupId, { name });
    return { object: `alert-group:${groupId}` };
  },

  'alert-group.members': async (step, { groupId, members }) => {
    await mustBeHere(step, 'alert_groups', groupId);
    await setMembers(step, groupId, members);
    return { object: `alert-group:${groupId}`, facts: { members } };
  },

  'alert-group.fallback': async (step, { groupId, fallback }) => {
    const { trx, schoolId } = step;
    await mustBeHere(step, 'alert_groups', groupId);
    if (fallback && (await countPresent(step, { groups: [groupId], staff: [] })) === 0) {
      refuse('groupId', alertRefusals.emptyGroup);
    }
    await trx('alert_groups')
      .where({ school_id: schoolId, id: groupId })
      .update({ fallback: Number(fallback) });
    await mustHaveFallback(step);
    return { object: `alert-group:${groupId}`, facts: { fallback } };
  },

  'alert-group.remove': async (step, { groupId }) => {
    const { trx, schoolId } = step;
    await mustBeHere(step, 'alert_groups', groupId);
    const named = await trx('automatic_alert_parts')
      .where({ school_id: schoolId, kind: 'group', target_id: groupId })
      .first('rule_id');
    if (named) refuse('groupId', alertRefusals.namedByRule);
    await trx('alert_group_members').where({ school_id: schoolId, group_id: groupId }).delete();
    await trx('alert_groups').where({ school_id: schoolId, id: groupId }).delete();
    await mustHaveFallback(step);
    return { object: `alert-group:${groupId}` };
  },
} satisfies Partial<ChangeAppliers>;

function refuse(field: string, title: string): never {
  throw problem('not-valid', { field, title });
}

/** Leavers who were members may stay in the list; nobody who has left comes in. */
async function setMembers(step: ChangeStep, groupId: string, members: readonly string[]): Promise<void> {
  const { trx, schoolId } = step;
  const place = { school_id: schoolId, group_id: groupId };
  await mustAllBeHere(step, 'staff', members);
  const before = await trx('alert_group_members').where(place).pluck('staff_id');
  const fresh = members.filter((id) => !before.includes(id));
  const gone = await trx('staff')
    .where({ school_id: schoolId })
    .whereIn('id', fresh)
    .whereNotNull('disabled_at')
    .first('id');
  if (gone) refuse('members', alertRefusals.leaverInList);
  await trx('alert_group_members').where(place).delete();
  const rows = members.map((id) => ({ ...place, staff_id: id }));
  if (rows.length > 0) await trx('alert_group_members').insert(rows);
}

/** No concern may ever alert no one (product.md section 4). */
async function mustHaveFallback(step: ChangeStep): Promise<void> {
  const groups = await step.trx('alert_groups').where({ school_id: step.schoolId, fallback: 1 }).pluck('id');
  if ((await countPresent(step, { groups, staff: [] })) > 0) return;
  refuse('groupId', alertRefusals.onlyFallback);
}
