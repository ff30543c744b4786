import { evenOutline, inTheMiddle, onBothSides, type Point } from '../smooth';
import type { Figure } from './figure';

/** The line that the figure is the same on both sides of. */
const AXIS = 200;

const head: Point[] = [
  [0, 14],
  [11, 14.6],
  [32, 20],
  [56, 44],
  [63, 80],
];
const ear: Point[] = [
  [68, 78],
  [72, 87],
  [68, 104],
  [60, 109],
];
const jaw: Point[] = [
  [52, 131],
  [37, 148],
  [26, 154],
];
const shoulderAndArm: Point[] = [
  [25, 164],
  [27, 176],
  [38, 186],
  [60, 193],
  [82, 201],
  [98, 219],
  [106, 248],
  [112, 282],
  [118, 314],
  [127, 348],
  [135, 384],
  [140, 408],
];
const hand: Point[] = [
  [147, 424],
  [153, 446],
  [154, 470],
  [150, 488],
  [143, 494],
  [136, 490],
  [131, 474],
];
const thumb: Point[] = [
  [129, 458],
  [123, 467],
  [116, 466],
  [114, 450],
  [117, 430],
  [118, 408],
];
const innerArm: Point[] = [
  [110, 382],
  [99, 350],
  [90, 318],
  [83, 284],
  [77, 256],
  [74, 238],
];
const side: Point[] = [
  [74, 262],
  [71, 296],
  [70, 328],
  [72, 358],
  [77, 390],
  [80, 422],
  [81, 458],
  [77, 516],
  [68, 572],
  [64, 606],
  [67, 644],
  [62, 690],
  [52, 738],
  [49, 758],
];
const inside: Point[] = [
  [23, 738],
  [16, 692],
  [13, 644],
  [16, 606],
  [13, 572],
  [9, 516],
  [4, 474],
  [0, 452],
];
const foot: Point[] = [
  [53, 772],
  [61, 790],
  [59, 801],
  [44, 806],
  [29, 803],
  [21, 791],
  [22, 774],
  [24, 756],
];
const heel: Point[] = [
  [55, 772],
  [57, 788],
  [50, 798],
  [37, 800],
  [25, 796],
  [20, 784],
  [22, 770],
  [24, 756],
];

function outline(end: readonly Point[]): string {
  return evenOutline([head, ear, jaw, shoulderAndArm, hand, thumb, innerArm, side, end, inside], AXIS);
}

/** A child of school age, from the front. */
export const childFront: Figure = {
  outlines: [outline(foot)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [10, 203],
        [32, 199],
        [58, 206],
      ],
      [
        [52, 588],
        [42, 598],
        [32, 590],
      ],
      [
        [142, 493],
        [142, 480],
      ],
      [
        [36, 803],
        [36, 794],
      ],
      [
        [47, 804],
        [48, 795],
      ],
    ),
    inTheMiddle(AXIS, [
      [-3, 372],
      [0, 378],
      [3, 372],
    ]),
  ],
};

/** The same child from the back. */
export const childBack: Figure = {
  outlines: [outline(heel)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [28, 224],
        [40, 248],
        [44, 272],
        [34, 282],
      ],
      [
        [34, 606],
        [44, 602],
        [54, 606],
      ],
      [
        [95, 320],
        [103, 325],
        [110, 321],
      ],
      [
        [10, 458],
        [34, 466],
        [60, 456],
      ],
    ),
    inTheMiddle(AXIS, [
      [0, 206],
      [0, 262],
      [0, 384],
    ]),
    inTheMiddle(AXIS, [
      [0, 410],
      [0, 450],
    ]),
  ],
};
