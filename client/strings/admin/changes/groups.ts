import { permissions } from '../permissions';
import type { ChangeWords } from './say';

/** User groups and the matrix. */
export const groupWords: ChangeWords<'group.add' | 'group.change' | 'group.remove' | 'permissions.set'> = {
  'group.add': (change) => `New user group ${change.name}`,
  'group.change': (change) => `User group ${change.name}`,
  'group.remove': (change, name) => `User group ${name(change.groupId)} goes`,
  'permissions.set': ({ groupId, categoryId, rights }, name) => {
    const category = categoryId === '*' ? permissions.all : name(categoryId);
    if (!rights) return `${name(groupId)}: ${category} as the category above`;
    const names = (['viewPupils', 'viewConcerns', 'addConcerns'] as const).filter((key) => rights[key]);
    const list = names.map((key) => permissions.rights[key]).join(', ');
    return `${name(groupId)}: ${list || 'no rights'} in ${category}`;
  },
};
