/** One view as it is drawn: filled outlines, one over the other, and thin lines on them; SVG path data. */
export interface Figure {
  outlines: readonly string[];
  lines: readonly string[];
}
