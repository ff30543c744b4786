import { nothing, svg, type SVGTemplateResult } from 'lit';
import { drawView } from '../../../protocol/body-map/drawing';
import type { View } from '../../../protocol/body-map/views';
import { bodyMap as words } from '../../strings/body-map';

/** A mark as the picture shows it. */
export interface DrawnMark {
  number: number;
  x: number;
  y: number;
  /** its panel is open */
  open: boolean;
}

/** Radius of a mark's circle for a picture of this height, units: about 16 px where the figure stands 420 px high. */
const radiusFor = (height: number): number => (height > 700 ? 32 : height > 600 ? 26 : 22);

/**
 * The picture of a view with its marks, hidden from screen readers: the list of marks says the same in words.
 * @param plain dots instead of numbers, for a picture too small to read them
 * @param tapped where it was tapped, in the units of the view
 */
export function figure(
  view: View,
  marks: readonly DrawnMark[],
  options: { plain?: boolean; tapped?: (place: { x: number; y: number }) => void } = {},
): SVGTemplateResult {
  const { width, height, outlines, lines, labels } = drawView(view);
  const radius = radiusFor(height);
  const { tapped, plain } = options;
  return svg`<svg class="figure" viewBox="0 0 ${width} ${height}" aria-hidden="true"
    @click=${tapped ? (event: MouseEvent) => tapped(placeIn(event)) : nothing}>
    <g class="outline">${outlines.map((path) => svg`<path d=${path}></path>`)}</g>
    <g class="detail">${lines.map((path) => svg`<path d=${path}></path>`)}</g>
    ${plain ? nothing : labels.map(({ side, x, y }) => svg`<text class="side" x=${x} y=${y}>${words.sides[side]}</text>`)}
    ${marks.map((mark) => (plain ? dot(mark, radius) : badge(mark, radius)))}
  </svg>`;
}

function badge({ number, x, y, open }: DrawnMark, radius: number): SVGTemplateResult {
  return svg`<g class="mark ${open ? 'open' : ''}">
    <circle class="rim" cx=${x} cy=${y} r=${radius * 1.3}></circle>
    <circle class="face" cx=${x} cy=${y} r=${radius}></circle>
    <text x=${x} y=${y} dy="0.36em" font-size=${radius * (number > 9 ? 1 : 1.15)}>${number}</text>
  </g>`;
}

function dot({ x, y }: DrawnMark, radius: number): SVGTemplateResult {
  return svg`<circle class="dot" cx=${x} cy=${y} r=${radius * 1.15}></circle>`;
}

/** Where a pointer is on a picture, in whole units of its view. */
function placeIn(event: MouseEvent): { x: number; y: number } {
  const drawing = event.currentTarget as SVGSVGElement;
  const matrix = drawing.getScreenCTM()?.inverse();
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  const { width, height } = drawing.viewBox.baseVal;
  return { x: within(x, width), y: within(y, height) };
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}
