import { plural } from '../../../protocol/words/language';

const things = (count: number, one: string, many: string): string =>
  plural(count, { one: `1 ${one}`, other: `${String(count)} ${many}` });

export const categoriesPage = {
  title: 'Categories',
  intro:
    'Kinds of concern. None is ever deleted: one that is off is offered no longer, and its concerns stay.',
  add: 'Add a category',
  empty: 'No categories yet. Add them here, or import a spreadsheet.',
  marks: {
    urgent: 'Urgent',
    restricted: 'Restricted',
    bodyMap: 'Body map',
    onRecordScreen: 'On record screen',
  },
  whys: {
    urgent: 'Alerts at all hours, with the urgent text.',
    restricted: 'A concern in it is hidden from whoever may not view this very category.',
    bodyMap: 'Offers the body map when it is ticked.',
    onRecordScreen: 'Stands as a tile on the record screen.',
  },
  off: 'Off',
  concerns: (count: number): string => (count === 0 ? 'no concerns' : things(count, 'concern', 'concerns')),
  notSaved: 'Not saved yet',
  willSwitchOff: 'Off when you save, with what stands below it',
  willSwitchOn: 'On again when you save',
  willMerge: (into: string): string => `Goes into ${into} when you save`,
  change: 'Change',
  changeOne: (name: string): string => `Change ${name}`,
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  undo: 'Undo',
  undoOne: (name: string): string => `Undo changes of ${name}`,
  editTitle: (name: string): string => `Change ${name}`,
  newTitle: 'New category',
  name: 'Name',
  needed: 'Write a name for the category',
  below: 'Stands below',
  top: 'Nothing: it stands at the top',
  colour: 'Colour',
  guidance: 'Guidance',
  guidanceHint: 'What staff are shown while they record.',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  cancel: 'Cancel',
  done: 'Done',
  merge: {
    title: 'Merge into another category',
    hint: 'Everything of this one then stands in the other one. It cannot be undone.',
    into: 'Merge into',
    choose: 'Choose a category',
    moves: (name: string, into: string): string => `From ${name} to ${into}:`,
    concerns: (count: number): string => things(count, 'concern moves', 'concerns move'),
    rules: (count: number): string => things(count, 'automatic alert moves', 'automatic alerts move'),
    below: (names: readonly string[]): string =>
      names.length === 0 ? 'no sub-category moves' : `sub-categories move: ${names.join(', ')}`,
    rights: (groups: number, into: string): string =>
      groups === 0
        ? `rights are those of ${into}`
        : `rights of ${things(groups, 'user group', 'user groups')} in it go; those of ${into} hold`,
    go: 'Merge',
  },
};
