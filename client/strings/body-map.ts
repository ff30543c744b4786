import { seenWords } from '../../protocol/body-map/words';
import { plural } from '../../protocol/words/language';

/** "1 mark", "2 marks". */
const countOf = (marks: number): string => plural(marks, { one: '1 mark', other: `${marks} marks` });

export const bodyMap = {
  ...seenWords,
  title: (child: string): string => (child === '' ? 'Body map' : `Body map for ${child}`),
  hint: 'Tap where the mark is. No photos. Don’t move clothing.',
  back: 'Back to the concern',
  done: (marks: number): string => (marks === 0 ? 'Done' : `Done, ${countOf(marks)}`),
  which: 'Which part of the body?',
  groups: {
    child: 'Child',
    small: 'Small child',
    head: 'Head',
    sides: 'Sides of head',
    hands: 'Hands',
    feet: 'Feet',
  },
  withMarks: (name: string, marks: number): string => (marks === 0 ? name : `${name}, ${countOf(marks)}`),
  fromList: 'Add without tapping',
  picture: 'Which picture?',
  part: 'Which part?',
  leftIsTheirs: 'Left and right are the child’s own.',
  add: 'Add this mark',
  marks: 'Marks',
  none: 'No marks yet. Tap the figure where the mark is, or add one without tapping.',
  one: (number: number, place: string): string => `Mark ${number}, ${place}`,
  child: 'Which child?',
  notSaid: 'Not said',
  size: 'Size',
  shape: 'Shape',
  colour: 'Colour',
  skinBroken: 'Skin broken',
  swelling: 'Swelling',
  note: 'What can you see?',
  noteHint: 'Only what you see, or what the child says. For example: blistered, hot, hurts to move.',
  move: 'Move',
  moving: 'Tap the new place, or use the arrow keys.',
  remove: 'Remove',
  undo: 'Undo',
  added: (number: number, place: string): string => `Mark ${number} added: ${place}.`,
  moved: (number: number, place: string): string => `Mark ${number} is now at: ${place}.`,
  removed: (number: number, place: string): string => `Mark ${number} removed: ${place}.`,
  beside: 'That is beside the figure. Tap on the body.',
  full: (most: number): string =>
    `${most} marks is the most that one record can hold. Describe the others in the text.`,

  large: 'Show large',
  small: 'Show small',
};
