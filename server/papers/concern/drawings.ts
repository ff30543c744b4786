import type { ShownMark } from '../../../protocol/body-map';
import { drawView } from '../../../protocol/body-map/drawing';
import { views, type View } from '../../../protocol/body-map/views';
import { seenWords, viewWords } from '../../../protocol/body-map/words';
import { types, type Type } from '../sheet/fonts';
import { COLUMNS, type Flow } from '../sheet/flow';
import type { Shape } from '../sheet/ink';
import { paperWords } from '../words';

const { concern: own } = paperWords;

/** Height of a whole body on paper, points; other pictures are drawn as wide as a body is with its labels. */
const BODY = 330;
const LABEL = 18;
/** Of a mark's circle, points. */
const RADIUS = 8;
const number: Type = { weight: 'strong', size: 9, leading: 11 };

/** A mark with its number in the record. */
interface Numbered extends ShownMark {
  readonly number: number;
}

/** Every picture on which something was marked, two in a row: black outlines, and the marks as numbers in circles. */
export function drawings(flow: Flow, marks: readonly ShownMark[]): void {
  const numbered = marks.map((mark, at): Numbered => ({ ...mark, number: at + 1 }));
  const marked = views.filter((view) => marks.some((mark) => mark.view === view));
  for (let at = 0; at < marked.length; at += 2) drawPair(flow, marked.slice(at, at + 2), numbered);
}

function drawPair(flow: Flow, pair: readonly View[], marks: readonly Numbered[]): void {
  const height = Math.max(...pair.map((view) => drawView(view).height * scaleOf(view)));
  const half = (COLUMNS.right - COLUMNS.left) / 2;
  const said = pair.map((view) => own.onSheet(viewWords[view], own.marks(numbersOn(view, marks))));
  flow.figure(height + LABEL + 8, said.join(' '), (top) => {
    for (const [place, view] of pair.entries())
      drawOne(flow, view, { left: COLUMNS.left + place * half, top, half }, marks);
  });
}

function drawOne(
  flow: Flow,
  view: View,
  { left, top, half }: { left: number; top: number; half: number },
  marks: readonly Numbered[],
): void {
  const { width, outlines, lines, labels } = drawView(view);
  const scale = scaleOf(view);
  const at = { x: left + (half - width * scale) / 2, y: top + LABEL };
  flow.centred(viewWords[view], { x: left + half / 2, y: top + 10 }, types.strong);
  const shape = (filled: boolean, edge: number) => (path: string) =>
    ({ path, filled, edge: edge / scale }) satisfies Shape;
  flow.shapes([...outlines.map(shape(true, 1)), ...lines.map(shape(false, 0.5))], at, scale);
  for (const { side, x, y } of labels)
    flow.centred(seenWords.sides[side], { x: at.x + x * scale, y: at.y + y * scale }, types.meta);
  for (const mark of marks.filter((one) => one.view === view)) {
    const middle = { x: at.x + mark.x * scale, y: at.y + mark.y * scale };
    flow.ground.ink.circle(middle, RADIUS);
    flow.centred(String(mark.number), { x: middle.x, y: middle.y + 3.2 }, number);
  }
}

function scaleOf(view: View): number {
  const { width, height } = drawView(view);
  return Math.min(BODY / height, 200 / width);
}

function numbersOn(view: View, marks: readonly Numbered[]): string[] {
  return marks.filter((mark) => mark.view === view).map((mark) => String(mark.number));
}
