import type { View } from './views';

/** Parts that there is one of. */
export type SinglePart =
  | 'top-of-head'
  | 'back-of-head'
  | 'forehead'
  | 'nose'
  | 'mouth'
  | 'chin'
  | 'neck'
  | 'upper-tummy'
  | 'lower-tummy'
  | 'groin'
  | 'middle-back'
  | 'lower-back';
/** Parts of which the child has a left and a right one. */
export type PairedPart =
  | 'temple'
  | 'eye'
  | 'cheek'
  | 'ear'
  | 'behind-ear'
  | 'jaw'
  | 'shoulder'
  | 'chest'
  | 'upper-back'
  | 'upper-arm'
  | 'elbow'
  | 'forearm'
  | 'wrist'
  | 'hand'
  | 'palm'
  | 'thumb'
  | 'fingers'
  | 'index-finger'
  | 'middle-finger'
  | 'ring-finger'
  | 'little-finger'
  | 'hip'
  | 'buttock'
  | 'thigh'
  | 'knee'
  | 'shin'
  | 'calf'
  | 'ankle'
  | 'heel'
  | 'foot'
  | 'arch'
  | 'ball-of-foot'
  | 'big-toe'
  | 'toes';

/** A part by its name in the bytes: left and right are the child's own. */
export type Part = SinglePart | `${'left' | 'right'}-${PairedPart}`;

const arm = ['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'thumb', 'fingers'] as const;
const leg = ['thigh', 'knee', 'ankle', 'foot'] as const;
const face = ['eye', 'cheek', 'ear'] as const;
const middleOfFace = ['top-of-head', 'forehead', 'nose', 'mouth', 'chin', 'neck'] as const;
const front = {
  single: [...middleOfFace, 'upper-tummy', 'lower-tummy', 'groin'],
  paired: [...face, 'chest', ...arm, 'hip', ...leg, 'shin', 'toes'],
} as const;
const back = {
  single: ['top-of-head', 'back-of-head', 'neck', 'middle-back', 'lower-back'],
  paired: ['ear', 'upper-back', ...arm, 'buttock', ...leg, 'calf', 'heel'],
} as const;
const digits = ['thumb', 'index-finger', 'middle-finger', 'ring-finger', 'little-finger', 'wrist'] as const;
const aside = {
  single: [...middleOfFace, 'back-of-head'],
  paired: ['temple', 'eye', 'cheek', 'ear', 'behind-ear', 'jaw'],
} as const;

/** Which parts a picture shows, before left and right are told apart. */
export const partsShown: Readonly<
  Record<View, { single: readonly SinglePart[]; paired: readonly PairedPart[] }>
> = {
  'child-front': front,
  'child-back': back,
  'small-front': front,
  'small-back': back,
  'head-front': { single: middleOfFace, paired: ['temple', 'eye', 'cheek', 'ear', 'jaw', 'shoulder'] },
  'head-back': { single: ['top-of-head', 'back-of-head', 'neck'], paired: ['ear', 'shoulder'] },
  'head-left': aside,
  'head-right': aside,
  'hands-palms': { single: [], paired: ['palm', ...digits] },
  'hands-backs': { single: [], paired: ['hand', ...digits] },
  'feet-tops': { single: [], paired: ['foot', 'ankle', 'big-toe', 'toes'] },
  'feet-soles': { single: [], paired: ['ball-of-foot', 'arch', 'heel', 'big-toe', 'toes'] },
};

/** The parts of a picture, each by its name in the bytes. */
export function partsOf(view: View): Part[] {
  const { single: alone, paired: both } = partsShown[view];
  return [...alone, ...both.flatMap((part) => sidesIn(view).map((side) => `${side}-${part}` as const))];
}

/** Whose left and right a picture shows: the child's own; from one side only that one. */
export function sidesIn(view: View): ('left' | 'right')[] {
  if (view === 'head-left') return ['left'];
  return view === 'head-right' ? ['right'] : ['left', 'right'];
}
