import type { ChangeWords } from './say';

/** Classes and year groups. */
export const classWords: ChangeWords<
  | 'year-group.add'
  | 'year-group.rename'
  | 'year-group.disable'
  | 'year-group.enable'
  | 'year-group.order'
  | 'class.add'
  | 'class.change'
  | 'class.move'
  | 'class.disable'
  | 'class.enable'
  | 'class.order'
> = {
  'year-group.add': (change) => `New year group ${change.name}`,
  'year-group.rename': (change, name) => `Year group ${name(change.yearGroupId)} becomes ${change.name}`,
  'year-group.disable': (change, name) => `Year group ${name(change.yearGroupId)} is closed`,
  'year-group.enable': (change, name) => `Year group ${name(change.yearGroupId)} is opened again`,
  'year-group.order': () => 'Year groups in a new order',
  'class.add': (change, name) => `New class ${change.name} in ${name(change.yearGroupId)}`,
  'class.change': (change, name) =>
    `Class ${change.name}: ${change.teacherId ? `taught by ${name(change.teacherId)}` : 'no teacher named'}`,
  'class.move': (change, name) =>
    `Class ${name(change.classId)} and its pupils go to ${name(change.yearGroupId)}`,
  'class.disable': (change, name) => `Class ${name(change.classId)} is closed`,
  'class.enable': (change, name) => `Class ${name(change.classId)} is opened again`,
  'class.order': () => 'Classes in a new order',
};
