import type { ChangeWords } from './say';

/** Settings of the school. */
export const settingsWords: ChangeWords<'settings.set'> = {
  'settings.set': () => 'The school’s settings change',
};
