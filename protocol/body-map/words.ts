import type { lookedAnswers, markColours, markShapes, markSizes, ShownMark } from '../body-map';
import { partsShown, type PairedPart, type SinglePart } from './parts';
import type { View } from './views';

type Looked = (typeof lookedAnswers)[number];
/** What can be said of a mark, wherever it stands. */
type Said = Pick<ShownMark, 'size' | 'shape' | 'colours' | 'skinBroken' | 'swelling'>;

/*
 * The words of the body map stand here and not in client/strings, because the school prints them as well: a mark reads
 * the same on the tablet, at the lead's desk and on paper.
 */

/** What is said of all of them together. */
export const seenWords = {
  seen: 'Body map',
  asDrawn: 'As marked on screen before sending. Left and right are the child’s own.',
  ofChild: (child: string): string => `On ${child}`,
  sides: { left: 'Left', right: 'Right' },
};

/** What each picture shows. */
export const viewWords: Readonly<Record<View, string>> = {
  'child-front': 'Front',
  'child-back': 'Back',
  'small-front': 'Small child, front',
  'small-back': 'Small child, back',
  'head-front': 'Face',
  'head-back': 'Back of head',
  'head-left': 'Head, left',
  'head-right': 'Head, right',
  'hands-palms': 'Palms',
  'hands-backs': 'Backs of hands',
  'feet-tops': 'Tops of feet',
  'feet-soles': 'Soles',
};

export const sizeWords: Readonly<Record<(typeof markSizes)[number], string>> = {
  dot: 'Dot',
  coin: 'Coin',
  '3-cm': '3 cm',
  palm: 'Palm',
  larger: 'Larger',
};

export const shapeWords: Readonly<Record<(typeof markShapes)[number], string>> = {
  round: 'Round',
  oval: 'Oval',
  line: 'Line',
  curved: 'Curved',
  patchy: 'Patchy',
  other: 'Other',
};

export const colourWords: Readonly<Record<(typeof markColours)[number], string>> = {
  red: 'Red',
  purple: 'Purple',
  blue: 'Blue',
  black: 'Black',
  yellow: 'Yellow',
  green: 'Green',
  brown: 'Brown',
  pale: 'Pale',
};

export const lookedWords: Readonly<Record<(typeof lookedAnswers)[number], string>> = {
  yes: 'Yes',
  no: 'No',
  'cannot-tell': 'Can’t tell',
};

const sizesInLine: Readonly<Record<(typeof markSizes)[number], string>> = {
  dot: 'as small as a dot',
  coin: 'about the size of a coin',
  '3-cm': 'about 3 cm',
  palm: 'about the size of a palm',
  larger: 'larger than a palm',
};
const skinWords: Readonly<Record<Looked, string>> = {
  yes: 'Skin broken.',
  no: 'Skin not broken.',
  'cannot-tell': 'Could not tell if the skin is broken.',
};
const swellingWords: Readonly<Record<Looked, string>> = {
  yes: 'Swollen.',
  no: 'Not swollen.',
  'cannot-tell': 'Could not tell if it is swollen.',
};

const partWords: Readonly<Partial<Record<SinglePart | PairedPart, string>>> = {
  'behind-ear': 'side of head behind the ear',
};

const sideOfView: Readonly<Record<View, string>> = {
  'child-front': 'front',
  'child-back': 'back',
  'small-front': 'front',
  'small-back': 'back',
  'head-front': 'front',
  'head-back': 'back',
  'head-left': 'left side',
  'head-right': 'right side',
  'hands-palms': 'palm side',
  'hands-backs': 'back',
  'feet-tops': 'top',
  'feet-soles': 'sole',
};

const otherSides: Readonly<Record<View, readonly View[]>> = {
  'child-front': ['child-back'],
  'child-back': ['child-front'],
  'small-front': ['small-back'],
  'small-back': ['small-front'],
  'head-front': ['head-back'],
  'head-back': ['head-front'],
  'head-left': ['head-front', 'head-back', 'head-right'],
  'head-right': ['head-front', 'head-back', 'head-left'],
  'hands-palms': ['hands-backs'],
  // A hand without its side could be either picture's.
  'hands-backs': ['hands-palms', 'child-front'],
  'feet-tops': ['feet-soles'],
  'feet-soles': ['feet-tops'],
};

/** "Left forearm, front", "Nose": left and right are the child's own; the side is said where it could be another. */
export function placeWords(view: View, part: string): string {
  const side = /^(left|right)-/.exec(part)?.[1];
  const bare = (side ? part.slice(side.length + 1) : part) as SinglePart | PairedPart;
  const name = partWords[bare] ?? bare.replaceAll('-', ' ');
  const words = side ? `${side} ${name}` : name;
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return isElsewhere(view, bare) && !saysSide(view, side) ? `${capital}, ${sideOfView[view]}` : capital;
}

/** Whether another picture of the same shows that part too, so that the side must be said. */
function isElsewhere(view: View, bare: SinglePart | PairedPart): boolean {
  return otherSides[view].some((other) => {
    const { single, paired } = partsShown[other];
    return [...single, ...paired].includes(bare);
  });
}

/** "Left ear" from the left needs no more. */
function saysSide(view: View, side: string | undefined): boolean {
  return side !== undefined && (view === 'head-left' || view === 'head-right');
}

/** What was said of one mark, in short sentences; left out what nobody answered. The note is not among them. */
export function markWords(mark: Said): string[] {
  const { size, shape, colours, skinBroken, swelling } = mark;
  const looks = [
    size && sizesInLine[size],
    shape && shape !== 'other' ? shapeWords[shape].toLowerCase() : '',
    colours ? listed(colours.map((colour) => colourWords[colour].toLowerCase())) : '',
  ].filter((word): word is string => Boolean(word));
  const first = looks.join(', ');
  return [
    first === '' ? '' : `${first.charAt(0).toUpperCase()}${first.slice(1)}.`,
    skinBroken ? skinWords[skinBroken] : '',
    swelling ? swellingWords[swelling] : '',
  ].filter((sentence) => sentence !== '');
}

/** "yellow, blue and green" */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
