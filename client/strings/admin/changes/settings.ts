import type { ChangeWords } from './say';

/** Settings of the school. */
export const settingsWords: ChangeWords<'settings.set' | 'school.details'> = {
  'settings.set': () => 'The school’s settings change',
  'school.details': () => 'What the school says of itself changes',
};
