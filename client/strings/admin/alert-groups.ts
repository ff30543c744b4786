import { plural } from '../../../protocol/words/language';

export const alertGroups = {
  title: 'Alert groups',
  intro: 'People who can be alerted in one go, by hand or by an automatic alert.',
  choose: 'Alert groups',
  add: 'Add a group',
  addButton: 'Add',
  empty: 'No alert groups yet.',
  nobody: 'Nobody',
  fallbackMark: 'Told when nobody else is',
  notSaved: 'Not saved yet',
  willGo: 'Goes when you save',
  name: 'Name',
  needed: 'Write a name for the group',
  taken: (name: string): string => `There is a group “${name}” already`,
  fallback: 'Told when nobody else would be',
  fallbackWhy: 'Every school has such a group, so that no concern ever alerts no one.',
  members: (name: string): string => `In ${name}`,
  others: 'Everyone else',
  noMembers: 'Nobody is in this group: it alerts no one.',
  rules: (count: number): string =>
    plural(count, {
      one: '1 automatic alert names it.',
      other: `${String(count)} automatic alerts name it.`,
    }),
  remove: 'Remove this group',
  undo: 'Keep it',
  without: (names: string): string => `Nobody is in ${names}: whoever alerts it alerts no one.`,
};
