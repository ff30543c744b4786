/** A point of a drawing, in the units of its view. */
export type Point = readonly [x: number, y: number];
/** Points that a smooth line runs through. */
export type Run = readonly Point[];

/** How round a line runs through its points: a sixth is the curve of Catmull and Rom. */
const ROUND = 1 / 6;

/** Runs that follow each other, each from where the one before it ended: a corner stands there. */
export function joined(runs: readonly Run[]): Run[] {
  return runs.map((run, place) => [...(runs[place - 1]?.slice(-1) ?? []), ...run]);
}

/** Half an outline and its mirror image, from top to bottom and up again. */
function withMirror(half: readonly Run[], axis: number): Run[] {
  return [...half, ...mirrored(half, axis)];
}

/** The same runs seen in a mirror, backwards. */
export function mirrored(runs: readonly Run[], axis: number): Run[] {
  return runs.map((run) => run.map(([x, y]): Point => [2 * axis - x, y]).reverse()).reverse();
}

/** The same runs somewhere else, turned over sideways or upside down where asked. */
export function moved(
  runs: readonly Run[],
  by: { x?: number; y?: number; over?: boolean; down?: boolean },
): Run[] {
  const { x = 0, y = 0, over = false, down = false } = by;
  return runs.map((run) => run.map(([px, py]): Point => [x + (over ? -px : px), y + (down ? -py : py)]));
}

/** The path of an outline that is the same on both sides, from half of it; x from the middle line. */
export function evenOutline(half: readonly Run[], axis: number): string {
  return pathThrough(withMirror(moved(joined(half), { x: axis }), axis), true);
}

/** Lines on the right of the picture and the same on its left; x from the middle line. */
export function onBothSides(axis: number, ...lines: Run[]): string[] {
  const here = lines.map((line) => moved([line], { x: axis }));
  return [...here, ...here.map((line) => mirrored(line, axis))].map((line) => pathThrough(line, false));
}

/** One line across or along the middle; x from it. */
export function inTheMiddle(axis: number, line: Run): string {
  return pathThrough(moved([line], { x: axis }), false);
}

/** Absolute SVG path data (M, C, Z) through runs of points. */
export function pathThrough(runs: readonly Run[], closed: boolean): string {
  const start = runs[0]?.[0];
  if (!start) return '';
  return [`M${pair(start)}`, ...runs.flatMap(curvesThrough), closed ? 'Z' : ''].join('');
}

/** A closed path without a corner. */
export function roundPath(points: Run): string {
  const at = (place: number): Point => points[(place + points.length) % points.length] ?? [0, 0];
  const curves = points.map((point, place) => curve(at(place - 1), point, at(place + 1), at(place + 2)));
  return `M${pair(at(0))}${curves.join('')}Z`;
}

function curvesThrough(points: Run): string[] {
  return points.slice(1).map((to, place) => {
    const from = points[place] ?? to;
    return curve(points[place - 1] ?? from, from, to, points[place + 2] ?? to);
  });
}

function curve(before: Point, from: Point, to: Point, after: Point): string {
  const leaving: Point = [from[0] + (to[0] - before[0]) * ROUND, from[1] + (to[1] - before[1]) * ROUND];
  const coming: Point = [to[0] - (after[0] - from[0]) * ROUND, to[1] - (after[1] - from[1]) * ROUND];
  return `C${pair(leaving)} ${pair(coming)} ${pair(to)}`;
}

function pair([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
