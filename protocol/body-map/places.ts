import { partsShown, sidesIn, type Part } from './parts';
import { childBackLayout, childFrontLayout, smallBackLayout, smallFrontLayout } from './places/bodies';
import { feetSolesLayout, feetTopsLayout, handsBacksLayout, handsPalmsLayout } from './places/hands-and-feet';
import { headBackLayout, headFrontLayout, headLeftLayout } from './places/heads';
import type { Bar, Layout } from './places/shape';
import { viewSizes, type View } from './views';

/** Where on a picture, in its units. */
export interface Place {
  x: number;
  y: number;
}

/** So far beside the figure a finger still means it, in units of a view. */
const NEAR = 16;

/** @param flip −1: what the layout has on the right of the picture is on its left */
interface Picture {
  layout: Layout;
  flip: 1 | -1;
}

// From the front the child's left is on the right of the picture, from the back on the left.
const pictures: Readonly<Record<View, Picture>> = {
  'child-front': { layout: childFrontLayout, flip: 1 },
  'child-back': { layout: childBackLayout, flip: -1 },
  'small-front': { layout: smallFrontLayout, flip: 1 },
  'small-back': { layout: smallBackLayout, flip: -1 },
  'head-front': { layout: headFrontLayout, flip: 1 },
  'head-back': { layout: headBackLayout, flip: -1 },
  'head-left': { layout: headLeftLayout, flip: 1 },
  // Only the right one is drawn there, where the left one would be in a mirror.
  'head-right': { layout: headLeftLayout, flip: 1 },
  'hands-palms': { layout: handsPalmsLayout, flip: 1 },
  'hands-backs': { layout: handsBacksLayout, flip: 1 },
  'feet-tops': { layout: feetTopsLayout, flip: 1 },
  'feet-soles': { layout: feetSolesLayout, flip: 1 },
};

/** Every part of a picture and where it lies, x from the picture's left edge. */
export function placesOf(view: View): { part: Part; bar: Bar }[] {
  const { layout, flip } = pictures[view];
  const middle = viewSizes[view].width / 2;
  const { single, paired } = partsShown[view];
  const put = (part: Part, bar: Bar | undefined, side: 1 | -1): { part: Part; bar: Bar }[] => {
    if (!bar) return [];
    const [x1, y1, x2, y2, radius] = bar;
    return [{ part, bar: [middle + side * x1, y1, middle + side * x2, y2, radius] }];
  };
  return [
    ...single.flatMap((part) => put(part, layout[part], view === 'head-right' ? -1 : 1)),
    ...paired.flatMap((part) =>
      sidesIn(view).flatMap((side) =>
        put(`${side}-${part}`, layout[part], side === 'left' ? flip : minus(flip)),
      ),
    ),
  ];
}

/** The part that lies there; null beside the figure. */
export function partAt(view: View, place: Place): Part | null {
  let nearest: { part: Part | null; away: number } = { part: null, away: NEAR };
  for (const { part, bar } of placesOf(view)) {
    const away = distance(bar, place);
    if (away < nearest.away) nearest = { part, away };
  }
  return nearest.part;
}

/** The middle of a part, whole units; null when the picture does not show it. */
export function middleOf(view: View, part: Part): Place | null {
  const found = placesOf(view).find((one) => one.part === part);
  if (!found) return null;
  const [x1, y1, x2, y2] = found.bar;
  return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2) };
}

/** From the edge of a bar; less than 0 inside, and the less the nearer to its middle line. */
function distance([x1, y1, x2, y2, radius]: Bar, { x, y }: Place): number {
  const [along, down] = [x2 - x1, y2 - y1];
  const length = along * along + down * down;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * along + (y - y1) * down) / length));
  return Math.hypot(x - x1 - share * along, y - y1 - share * down) - radius;
}

function minus(side: 1 | -1): 1 | -1 {
  return side === 1 ? -1 : 1;
}
