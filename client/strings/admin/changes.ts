import type { Change } from '../../../protocol/changes/change';
import { permissions } from './permissions';

/** Says a change in one line, for whoever has to confirm it. `name` gives words for ids. */
export function changeWords(change: Change, name: (id: string) => string): string {
  switch (change.kind) {
    case 'group.add':
      return `New user group ${change.name}`;
    case 'group.change':
      return `User group ${change.name}`;
    case 'group.remove':
      return `User group ${name(change.groupId)} goes`;
    case 'permissions.set': {
      const category = change.categoryId === '*' ? permissions.all : name(change.categoryId);
      const group = name(change.groupId);
      if (!change.rights) return `${group}: ${category} as the category above`;
      const rights = change.rights;
      const names = (['viewPupils', 'viewConcerns', 'addConcerns'] as const).filter((key) => rights[key]);
      const list = names.map((key) => permissions.rights[key]).join(', ');
      return `${group}: ${list || 'no rights'} in ${category}`;
    }
  }
}
