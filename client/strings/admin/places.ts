/** One of the two lists of the page. */
interface ListWords {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly empty: string;
}

export const places = {
  title: 'Places and agencies',
  intro: 'What a concern may name. What is removed is offered no longer; concerns go on saying it.',
  place: {
    title: 'Places',
    hint: 'Where something can happen, as staff call it.',
    add: 'Add a place',
    empty: 'No places yet: staff write where it was in their own words.',
  } satisfies ListWords,
  agency: {
    title: 'Agencies',
    hint: 'Who outside school may be involved.',
    add: 'Add an agency',
    empty: 'No agencies yet.',
  } satisfies ListWords,
  addButton: 'Add',
  rename: 'Rename',
  renameOne: (name: string): string => `Rename ${name}`,
  remove: 'Remove',
  removeOne: (name: string): string => `Remove ${name}`,
  undo: 'Undo',
  undoOne: (name: string): string => `Undo ${name}`,
  done: 'Done',
  cancel: 'Cancel',
  newName: (name: string): string => `New name for ${name}`,
  was: (name: string): string => `Was ${name}. Not saved yet.`,
  added: 'Not saved yet.',
  willGo: 'Goes when you save.',
  needed: 'Write a name',
  taken: (name: string): string => `“${name}” is in the list already`,
};
