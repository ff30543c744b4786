import type { DraftMark } from '../../../protocol/body-map';
import type { Part } from '../../../protocol/body-map/parts';
import { middleOf, partAt, type Place } from '../../../protocol/body-map/places';
import { viewSizes, type View } from '../../../protocol/body-map/views';

/** So near a mark's middle a tap means that mark, as a share of the picture's height. */
const TAP = 1 / 28;

/** Where a mark stands. */
export type Standing = Pick<DraftMark, 'view' | 'x' | 'y' | 'part'>;

/** A place on the figure with its part; null beside it. */
export function standingAt(view: View, place: Place): Standing | null {
  const part = partAt(view, place);
  return part && { view, part, ...place };
}

/** The middle of a part. */
export function standingOn(view: View, part: Part): Standing | null {
  const place = middleOf(view, part);
  return place && { view, part, ...place };
}

/** A mark moved by hundredths of the picture; it stays where that would be beside the figure. */
export function nudged(mark: DraftMark, right: number, down: number): DraftMark {
  const { width, height } = viewSizes[mark.view];
  const place = {
    x: Math.min(width, Math.max(0, Math.round(mark.x + (right * width) / 100))),
    y: Math.min(height, Math.max(0, Math.round(mark.y + (down * height) / 100))),
  };
  const standing = standingAt(mark.view, place);
  return standing ? { ...mark, ...standing } : mark;
}

/** The number in the list, from 0, of the mark that a tap means; −1: none. */
export function markTapped(marks: readonly DraftMark[], view: View, { x, y }: Place): number {
  const near = viewSizes[view].height * TAP;
  const away = marks.map((mark) => (mark.view === view ? Math.hypot(mark.x - x, mark.y - y) : Infinity));
  const nearest = Math.min(...away);
  return nearest <= near ? away.indexOf(nearest) : -1;
}

/** The list with one mark changed. */
export function withMark(marks: readonly DraftMark[], at: number, part: Partial<DraftMark>): DraftMark[] {
  return marks.map((mark, place) => (place === at ? cleaned({ ...mark, ...part }) : mark));
}

/** What was taken back is left out, as what was never answered. */
function cleaned(mark: DraftMark): DraftMark {
  const said = Object.entries(mark).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said) as DraftMark;
}
