import { plural } from '../../../protocol/words/language';

export const restrictions = {
  title: 'Class restrictions',
  intro: 'Who may see the pupils of a class. The list to record a concern always finds every pupil.',
  types: { class: 'Classes', year: 'Year groups' },
  choose: 'Classes and year groups',
  nobody: 'Nobody',
  noList: 'No list',
  everyone: 'Everyone',
  onList: (count: number): string => `${String(count)} on list`,
  waits: 'waits for a second person',
  pupils: (count: number): string => plural(count, { one: '1 pupil', other: `${String(count)} pupils` }),
  who: (name: string): string => `Who may see ${name}`,
  onlyThese: 'Only these',
  maySee: (name: string): string => `May see ${name}`,
  others: 'Everyone else',
  empty: 'Nobody is on this list. Groups without class restrictions still see these pupils.',
  unrestricted: 'sees every class',
  everyoneText: (name: string): string =>
    `Nothing is restricted: whoever may view concerns sees the pupils of ${name}.`,
  connected: 'Connected staff never see their own child, whatever stands here.',
  off: {
    class: 'Classes are not restricted now. A list works as soon as you switch them on.',
    year: 'Year groups are not restricted now. A list works as soon as you switch them on.',
  },
  pending: 'A change of this list waits for a second person.',
  closed: (names: string): string =>
    `Nobody is on the list of ${names}: only groups without class restrictions see these pupils.`,
  fresh: (names: string): string =>
    `${names} is new and has no list yet: only groups without class restrictions see these pupils.`,
  emptySchool: 'There are no classes yet. Add them with the pupils, or import a spreadsheet.',
};
