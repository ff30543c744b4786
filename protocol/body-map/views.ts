/** What can be marked: the pictures of the body map, in the order in which people look for them. */
export const views = [
  'child-front',
  'child-back',
  'small-front',
  'small-back',
  'head-front',
  'head-back',
  'head-left',
  'head-right',
  'hands-palms',
  'hands-backs',
  'feet-tops',
  'feet-soles',
] as const;
export type View = (typeof views)[number];

/**
 * Size of each picture in its own units: a mark's x runs from 0 to `width`, its y from 0 to `height`, whole numbers
 * from the top left corner. Marks that were sent lie in these units for ever: they never change.
 */
export const viewSizes: Readonly<Record<View, { width: number; height: number }>> = {
  'child-front': { width: 400, height: 820 },
  'child-back': { width: 400, height: 820 },
  'small-front': { width: 400, height: 650 },
  'small-back': { width: 400, height: 650 },
  'head-front': { width: 400, height: 480 },
  'head-back': { width: 400, height: 480 },
  'head-left': { width: 400, height: 480 },
  'head-right': { width: 400, height: 480 },
  'hands-palms': { width: 480, height: 400 },
  'hands-backs': { width: 480, height: 400 },
  'feet-tops': { width: 480, height: 370 },
  'feet-soles': { width: 480, height: 370 },
};
