import type { ChangeWords } from './say';

/** Classes and year groups. */
export const classWords: ChangeWords<
  'year-group.add' | 'year-group.rename' | 'class.add' | 'class.change' | 'class.move'
> = {
  'year-group.add': (change) => `New year group ${change.name}`,
  'year-group.rename': (change, name) => `Year group ${name(change.yearGroupId)} becomes ${change.name}`,
  'class.add': (change, name) => `New class ${change.name} in ${name(change.yearGroupId)}`,
  'class.change': (change, name) =>
    `Class ${change.name}: ${change.teacherId ? `taught by ${name(change.teacherId)}` : 'no teacher named'}`,
  'class.move': (change, name) =>
    `Class ${name(change.classId)} and its pupils go to ${name(change.yearGroupId)}`,
};
