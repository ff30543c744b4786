import type { Layout } from './shape';

// From the line between the two; the child's left one stands on the right of the picture.
const fingersOf = (at: (x: number) => number): Layout => ({
  'index-finger': [at(68), 64, at(74), 140, 15],
  'middle-finger': [at(102), 50, at(103), 134, 15],
  'ring-finger': [at(142), 68, at(137), 140, 15],
  'little-finger': [at(180), 118, at(166), 178, 14],
  thumb: [at(20), 202, at(36), 244, 18],
  wrist: [at(86), 362, at(128), 362, 26],
});
const palmAt = (x: number): number => x + 22;
const backAt = (x: number): number => 222 - x;

/** Both palms, the thumbs towards each other. */
export const handsPalmsLayout: Layout = {
  palm: [palmAt(98), 214, palmAt(112), 290, 58],
  ...fingersOf(palmAt),
};

/** The backs of both hands, the thumbs outwards. */
export const handsBacksLayout: Layout = {
  hand: [backAt(98), 214, backAt(112), 290, 58],
  ...fingersOf(backAt),
};

/** Both soles, toes up. */
export const feetSolesLayout: Layout = {
  'big-toe': [72, 54, 72, 74, 24],
  toes: [112, 58, 168, 96, 16],
  'ball-of-foot': [74, 128, 146, 140, 40],
  arch: [104, 210, 124, 240, 36],
  heel: [114, 298, 118, 312, 36],
};

/** The tops of both feet, toes down. */
export const feetTopsLayout: Layout = {
  'big-toe': [72, 300, 72, 320, 24],
  toes: [112, 312, 168, 274, 16],
  foot: [112, 130, 112, 240, 50],
  ankle: [110, 16, 110, 60, 44],
};
