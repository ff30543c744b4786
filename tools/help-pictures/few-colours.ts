import type { Drawn, Points } from './png';

/** So many colours show a page of Heed without a difference that anybody sees. */
const MOST = 32;

/** One colour with how many points have it. */
interface Used {
  readonly colour: readonly [number, number, number];
  readonly count: number;
}

/** Draws a picture with few colours: those of its points, cut in halves where they differ most (median cut). */
export function inFewColours({ width, height, rgb }: Points): Drawn {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const key = rgb.readUIntBE(at, 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const used = [...counts].map(
    ([key, count]): Used => ({ colour: [key >> 16, (key >> 8) & 255, key & 255], count }),
  );
  const boxes = cut(used);
  const places = new Map(
    boxes.flatMap((box, place) => box.map(({ colour: [r, g, b] }) => [(r << 16) | (g << 8) | b, place])),
  );
  const points = Buffer.alloc(width * height);
  for (let at = 0; at < points.length; at++) points[at] = places.get(rgb.readUIntBE(at * 3, 3)) ?? 0;
  return { width, height, points, colours: Buffer.from(boxes.flatMap(middle)) };
}

function cut(all: Used[]): Used[][] {
  const boxes = [all];
  while (boxes.length < MOST) {
    const widest = boxes.reduce((best, box) => (worth(box) > worth(best) ? box : best));
    if (widest.length < 2) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest));
  }
  return boxes;
}

/** Which box is cut next: the one whose colours differ most, and somewhat more where many points have them. */
function worth(box: Used[]): number {
  const { span } = longest(box);
  return span * Math.log2(2 + box.reduce((sum, { count }) => sum + count, 0));
}

function longest(box: Used[]): { channel: 0 | 1 | 2; span: number } {
  return ([0, 1, 2] as const)
    .map((channel) => {
      const values = box.map(({ colour }) => colour[channel]);
      return {
        channel,
        span: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)),
      };
    })
    .reduce((best, one) => (one.span > best.span ? one : best));
}

/** Cut in the middle of what it spans, so that a rare colour far away keeps a place of its own. */
function halves(box: Used[]): Used[][] {
  const { channel } = longest(box);
  const values = box.map(({ colour }) => colour[channel]);
  const middle = (values.reduce((a, b) => Math.max(a, b)) + values.reduce((a, b) => Math.min(a, b))) / 2;
  return [
    box.filter(({ colour }) => colour[channel] <= middle),
    box.filter(({ colour }) => colour[channel] > middle),
  ];
}

/** The colour that most points of a box have, where one stands out: a flat surface keeps its own. */
function middle(box: Used[]): number[] {
  const sum = box.reduce((all, { count }) => all + count, 0);
  const most = box.reduce((best, one) => (one.count > best.count ? one : best));
  if (most.count > sum / 2) return [...most.colour];
  return [0, 1, 2].map((channel) =>
    Math.round(box.reduce((all, { colour, count }) => all + (colour[channel] ?? 0) * count, 0) / sum),
  );
}
