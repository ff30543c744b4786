import type { PupilRole } from '../concern-body';

/*
 * The words of this folder stand here and not in client/strings, because the school prints them as well: a record reads
 * the same on the tablet, at the lead's desk and on paper.
 */

/** What a pupil had to do with it, within a sentence. */
export const roleWords: Record<PupilRole, string> = {
  'was-hurt': 'was hurt',
  'may-have-hurt': 'may have hurt someone',
  'saw-it': 'saw it',
  sibling: 'brother or sister',
  'not-sure': 'not sure',
};

/** School moments for "Earlier today". */
export const moments = [
  { value: 'before-school', label: 'Before school' },
  { value: 'break', label: 'Break' },
  { value: 'lunch', label: 'Lunch' },
  { value: 'afternoon', label: 'Afternoon' },
  { value: 'after-school', label: 'After school' },
] as const;
