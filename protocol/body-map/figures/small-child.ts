import { evenOutline, inTheMiddle, onBothSides, type Point } from '../smooth';
import type { Figure } from './figure';

const AXIS = 200;

const head: Point[] = [
  [0, 18],
  [14, 18.8],
  [42, 26],
  [72, 56],
  [80, 102],
];
const ear: Point[] = [
  [87, 100],
  [92, 110],
  [88, 130],
  [77, 135],
];
const jaw: Point[] = [
  [66, 158],
  [46, 177],
  [32, 184],
];
const shoulderAndArm: Point[] = [
  [30, 192],
  [34, 201],
  [56, 210],
  [84, 222],
  [102, 244],
  [112, 276],
  [121, 306],
  [132, 336],
  [142, 364],
  [147, 378],
];
const hand: Point[] = [
  [155, 392],
  [158, 410],
  [154, 428],
  [145, 436],
  [136, 432],
  [130, 418],
];
const thumb: Point[] = [
  [124, 424],
  [117, 422],
  [116, 410],
  [119, 396],
  [121, 384],
];
const innerArm: Point[] = [
  [112, 362],
  [100, 336],
  [92, 308],
  [86, 282],
  [82, 266],
];
const side: Point[] = [
  [85, 296],
  [88, 328],
  [88, 360],
  [88, 392],
  [88, 424],
  [84, 464],
  [78, 496],
  [76, 516],
  [77, 544],
  [70, 576],
  [64, 594],
];
const foot: Point[] = [
  [67, 604],
  [76, 618],
  [72, 630],
  [54, 634],
  [34, 631],
  [26, 620],
  [28, 606],
  [30, 592],
];
const heel: Point[] = [
  [68, 606],
  [68, 620],
  [58, 628],
  [44, 630],
  [30, 626],
  [25, 614],
  [27, 602],
  [30, 592],
];
const inside: Point[] = [
  [24, 574],
  [19, 546],
  [20, 518],
  [15, 494],
  [8, 464],
  [0, 446],
];

function outline(end: readonly Point[]): string {
  return evenOutline([head, ear, jaw, shoulderAndArm, hand, thumb, innerArm, side, end, inside], AXIS);
}

/** A baby or small child, from the front. */
export const smallFront: Figure = {
  outlines: [outline(foot)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [60, 506],
        [48, 513],
        [36, 508],
      ],
      [
        [144, 436],
        [143, 424],
      ],
      [
        [44, 632],
        [44, 623],
      ],
      [
        [58, 632],
        [58, 623],
      ],
      [
        [121, 372],
        [132, 374],
        [142, 368],
      ],
    ),
    inTheMiddle(AXIS, [
      [-4, 366],
      [0, 373],
      [4, 366],
    ]),
  ],
};

/** The same child from the back. */
export const smallBack: Figure = {
  outlines: [outline(heel)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [34, 252],
        [44, 270],
        [40, 286],
      ],
      [
        [38, 516],
        [50, 511],
        [62, 516],
      ],
      [
        [12, 456],
        [38, 464],
        [66, 450],
      ],
      [
        [121, 372],
        [132, 374],
        [142, 368],
      ],
    ),
    inTheMiddle(AXIS, [
      [0, 226],
      [0, 300],
      [0, 366],
    ]),
    inTheMiddle(AXIS, [
      [0, 400],
      [0, 446],
    ]),
  ],
};
