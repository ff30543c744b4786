import { groupRefusals } from '../../protocol/words/refusals/school';
import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from './apply-change';
import { addNamed, changeNamed, mustBeHere } from './named-rows';

interface GroupFacts {
  readonly higherLevel: boolean;
  readonly unrestricted: boolean;
  readonly administration: readonly string[];
}

const columnsOf = (facts: GroupFacts) => ({
  higher_level: Number(facts.higherLevel),
  unrestricted: Number(facts.unrestricted),
  administration: [...new Set(facts.administration)].sort().join(','),
});

/** User groups and the category × group matrix. */
export const groupChanges = {
  'group.add': async (step, change) => {
    const id = await addNamed(step, 'user_groups', change.name, columnsOf(change));
    await mustStaySafe(step, id);
    return { object: `user-group:${id}`, added: id, facts: factsOf(change) };
  },

  'group.change': async (step, change) => {
    await mustNotBeBuiltIn(step, change.groupId);
    await changeNamed(step, 'user_groups', change.groupId, { name: change.name, clear: columnsOf(change) });
    await mustStaySafe(step, change.groupId);
    return { object: `user-group:${change.groupId}`, facts: factsOf(change) };
  },

  'group.remove': async (step, { groupId }) => {
    const { trx, schoolId } = step;
    await mustNotBeBuiltIn(step, groupId);
    const member = await trx('staff').where({ school_id: schoolId, group_id: groupId }).first('id');
    if (member) {
      throw problem('not-valid', {
        field: 'groupId',
        title: groupRefusals.peopleInIt,
      });
    }
    await trx('permissions').where({ school_id: schoolId, group_id: groupId }).delete();
    await trx('class_restriction_allows')
      .where({ school_id: schoolId, who: 'group', who_id: groupId })
      .delete();
    await trx('user_groups').where({ school_id: schoolId, id: groupId }).delete();
    return { object: `user-group:${groupId}` };
  },

  'permissions.set': async (step, { groupId, categoryId, rights }) => {
    const { trx, schoolId } = step;
    await mustNotBeBuiltIn(step, groupId);
    if (categoryId !== '*') await mustBeHere(step, 'categories', categoryId);
    const place = { school_id: schoolId, group_id: groupId, category_id: categoryId };
    await trx('permissions').where(place).delete();
    if (rights) {
      await trx('permissions').insert({
        ...place,
        view_pupils: Number(rights.viewPupils),
        view_concerns: Number(rights.viewConcerns),
        add_concerns: Number(rights.addConcerns),
      });
    }
    await mustStaySafe(step, groupId);
    return {
      object: `user-group:${groupId}`,
      facts: { category: categoryId, ...(rights ?? { inherits: true }) },
    };
  },
} satisfies Partial<ChangeAppliers>;

function factsOf({ higherLevel, unrestricted, administration }: GroupFacts) {
  return { higherLevel, unrestricted, administration: [...administration].sort() };
}

/** The chair's group has no right but its alerts (product.md section 4). */
async function mustNotBeBuiltIn({ trx, schoolId }: ChangeStep, groupId: string): Promise<void> {
  const row = await trx('user_groups').where({ school_id: schoolId, id: groupId }).first('built_in');
  if (!row) throw problem('not-found');
  if (row.built_in !== null) {
    throw problem('not-valid', {
      field: 'groupId',
      title: groupRefusals.kept,
    });
  }
}

/**
 * Only groups without any View right and without administration may work without elevation
 * (access.md, Actors). @throws problem 'not-valid' where a change would break that
 */
async function mustStaySafe({ trx, schoolId }: ChangeStep, groupId: string): Promise<void> {
  const group = await trx('user_groups')
    .where({ school_id: schoolId, id: groupId })
    .first('higher_level', 'administration');
  if (!group) throw problem('not-found');
  if (group.higher_level === 1) return;
  const views = await trx('permissions')
    .where({ school_id: schoolId, group_id: groupId })
    .where((where) => where.where('view_pupils', 1).orWhere('view_concerns', 1))
    .first('group_id');
  if (views || group.administration !== '') {
    throw problem('not-valid', {
      field: 'higherLevel',
      title: groupRefusals.notHigher,
    });
  }
}
