import { joined, mirrored, moved, pathThrough, type Run } from '../smooth';
import type { Figure } from './figure';

/** Between the hands. */
const AXIS = 240;

// The child's left hand, palm to the viewer, fingers up: the thumb is on the left.
const hand: Run[] = joined([
  [
    [66, 392],
    [64, 352],
    [52, 314],
    [31, 272],
    [13, 232],
    [5, 204],
    [8, 189],
    [20, 185],
    [32, 196],
    [45, 218],
    [57, 230],
    [62, 224],
    [59, 190],
    [53, 136],
    [49, 84],
    [52, 64],
    [63, 58],
    [73, 66],
    [78, 104],
    [82, 152],
    [85, 161],
    [88, 152],
    [87, 112],
    [88, 60],
    [92, 40],
    [102, 33],
    [112, 40],
    [116, 62],
    [117, 112],
    [117, 152],
    [120, 161],
    [124, 153],
    [126, 116],
    [130, 76],
    [135, 57],
    [144, 52],
    [153, 60],
    [154, 80],
    [151, 124],
    [148, 162],
    [150, 170],
    [155, 164],
    [160, 142],
    [167, 116],
    [174, 104],
    [183, 103],
    [189, 114],
    [187, 140],
    [181, 178],
    [177, 214],
    [175, 254],
    [166, 306],
    [153, 350],
    [150, 392],
  ],
  [[66, 392]],
]);
const palmLines: Run[] = [
  [
    [64, 240],
    [82, 254],
    [92, 282],
    [92, 318],
    [84, 346],
  ],
  [
    [72, 224],
    [104, 232],
    [134, 224],
    [150, 206],
  ],
  [
    [92, 262],
    [124, 268],
    [158, 250],
  ],
  [
    [70, 360],
    [106, 366],
    [146, 360],
  ],
];
const backLines: Run[] = [
  [
    [72, 206],
    [80, 200],
    [88, 205],
  ],
  [
    [98, 200],
    [106, 195],
    [114, 200],
  ],
  [
    [126, 202],
    [134, 198],
    [142, 204],
  ],
  [
    [154, 212],
    [161, 209],
    [168, 216],
  ],
  [
    [55, 82],
    [57, 71],
    [64, 69],
    [68, 80],
  ],
  [
    [96, 58],
    [97, 46],
    [104, 44],
    [109, 57],
  ],
  [
    [138, 75],
    [141, 65],
    [147, 65],
    [149, 77],
  ],
  [
    [176, 120],
    [178, 112],
    [184, 114],
    [184, 122],
  ],
  [
    [12, 206],
    [13, 195],
    [20, 194],
    [24, 204],
  ],
];

/** A pair: the child's right hand on the left of the picture, as it stands before the viewer. */
function pair(runs: readonly Run[], thumbsOut: boolean): [Run[], Run[]] {
  const left = thumbsOut ? moved(mirrored(runs, 0), { x: 462 }) : moved(runs, { x: 262 });
  return [mirrored(left, AXIS), left];
}

function figure(lines: readonly Run[], thumbsOut: boolean): Figure {
  return {
    outlines: pair(hand, thumbsOut).map((runs) => pathThrough(runs, true)),
    lines: lines.flatMap((line) => pair([line], thumbsOut).map((runs) => pathThrough(runs, false))),
  };
}

/** Both palms. */
export const handsPalms = figure(palmLines, false);
/** The backs of both hands. */
export const handsBacks = figure(backLines, true);
