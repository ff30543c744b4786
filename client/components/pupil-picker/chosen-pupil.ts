import type { PupilRole } from '../../../protocol/concern-body';

/** A pupil that the search offers. */
export interface Suggestion {
  id: string;
  name: string;
  className: string;
  /** Class teacher as people say it: "Mr Kunze"; empty when none is known. */
  teacher: string;
  /** How many on the roll have the same or a similar name, this one counted. */
  sameName: number;
}

/** A pupil that the concern is about. Roles are plain words for what one knows, never a verdict. */
export type ChosenPupil =
  | { kind: 'listed'; pupil: Suggestion; role: PupilRole | '' }
  | { kind: 'not-on-list' | 'name-unknown'; description: string; role: PupilRole | '' };

/** How a chosen pupil is called on screen and to screen readers. */
export function chosenName(chosen: ChosenPupil, unnamed: string): string {
  if (chosen.kind === 'listed') return chosen.pupil.name;
  return chosen.description.trim() === '' ? unnamed : chosen.description;
}

/** "4B, Mr Kunze" */
export function classLine(pupil: Suggestion): string {
  return [pupil.className, pupil.teacher].filter((part) => part !== '').join(', ');
}
