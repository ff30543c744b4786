import { childBack, childFront } from './figures/child';
import { feetSoles, feetTops } from './figures/feet';
import type { Figure } from './figures/figure';
import { handsBacks, handsPalms } from './figures/hands';
import { headBack, headFront, headLeft, headRight } from './figures/head';
import { smallBack, smallFront } from './figures/small-child';
import { viewSizes, type View } from './views';

const figures: Readonly<Record<View, Figure>> = {
  'child-front': childFront,
  'child-back': childBack,
  'small-front': smallFront,
  'small-back': smallBack,
  'head-front': headFront,
  'head-back': headBack,
  'head-left': headLeft,
  'head-right': headRight,
  'hands-palms': handsPalms,
  'hands-backs': handsBacks,
  'feet-tops': feetTops,
  'feet-soles': feetSoles,
};

/** Where "Left" and "Right" stand, the child's own, the middle of the word; units of the view. */
export interface SideLabel {
  side: 'left' | 'right';
  x: number;
  y: number;
}

/** One picture without a mark: all that a screen or a printer needs, no DOM. */
export interface ViewDrawing extends Figure {
  width: number;
  height: number;
  labels: readonly SideLabel[];
}

/** x from the middle line and y of the label on the right of the picture; none on a picture of one side. */
const labelPlaces: Readonly<Partial<Record<View, { x: number; y: number; side: 'left' | 'right' }>>> = {
  'child-front': { x: 152, y: 268, side: 'left' },
  'child-back': { x: 152, y: 268, side: 'right' },
  'small-front': { x: 156, y: 270, side: 'left' },
  'small-back': { x: 156, y: 270, side: 'right' },
  'head-front': { x: 160, y: 330, side: 'left' },
  'head-back': { x: 160, y: 330, side: 'right' },
  'hands-palms': { x: 44, y: 380, side: 'left' },
  'hands-backs': { x: 196, y: 380, side: 'left' },
  'feet-tops': { x: 202, y: 160, side: 'left' },
  'feet-soles': { x: 202, y: 240, side: 'left' },
};

/**
 * The picture of a view as numbers and SVG path data: `outlines` are filled and have an edge, drawn one over the other
 * in this order, `lines` are thin lines over them. Only M, C and Z, absolute. Marks are drawn at their x and y.
 */
export function drawView(view: View): ViewDrawing {
  return { ...figures[view], ...viewSizes[view], labels: labelsOf(view) };
}

function labelsOf(view: View): SideLabel[] {
  const place = labelPlaces[view];
  if (!place) return [];
  const middle = viewSizes[view].width / 2;
  const other = place.side === 'left' ? 'right' : 'left';
  return [
    { side: place.side, x: middle + place.x, y: place.y },
    { side: other, x: middle - place.x, y: place.y },
  ];
}
