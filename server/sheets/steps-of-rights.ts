import { administrationRights } from '../../protocol/administration';
import type { StepsOf } from './steps';

/** User groups, the matrix and class restrictions. */
export const stepsOfRights: StepsOf<'User groups' | 'Permissions' | 'Class restrictions'> = {
  *'User groups'(row, names) {
    const rights = row.list('Administration');
    const facts = {
      name: row.title,
      higherLevel: row.flag('Higher level'),
      unrestricted: row.flag('Unrestricted'),
      administration: administrationRights.filter((right) => rights.includes(right)),
    };
    if (row.fresh) yield { kind: 'group.add', ...facts };
    else yield { kind: 'group.change', groupId: names.need('group', row.key), ...facts };
  },

  *Permissions(row, names) {
    const category = row.text('Category');
    yield {
      kind: 'permissions.set',
      groupId: names.need('group', row.text('User group')),
      categoryId: category === '*' ? '*' : names.need('category', category),
      rights: {
        viewPupils: row.flag('View pupils'),
        viewConcerns: row.flag('View concerns'),
        addConcerns: row.flag('Add concerns'),
      },
    };
  },

  *'Class restrictions'(row, names, { restricted }) {
    const type = row.text('Class') === '' ? 'year' : 'class';
    if (!restricted.includes(type)) yield { kind: 'restriction.switch', type, on: true };
    const name = row.text(type === 'class' ? 'Class' : 'Year group');
    yield {
      kind: 'restriction.set',
      type,
      targetId: names.need(type, name),
      allows: row.flag('Everyone')
        ? 'everyone'
        : {
            groups: names.all('group', row.list('Allowed user groups')),
            staff: names.all('staff', row.list('Allowed staff')),
          },
    };
  },
};
