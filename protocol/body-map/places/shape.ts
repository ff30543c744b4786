import type { PairedPart, SinglePart } from '../parts';

/** Where a part lies: a round-ended bar from one point to another, x from the picture's middle line, and how thick. */
export type Bar = readonly [x1: number, y1: number, x2: number, y2: number, radius: number];

/** The parts of one picture; those of which there are two as they lie on the right of the picture. */
export type Layout = Readonly<Partial<Record<SinglePart | PairedPart, Bar>>>;
