import { mirrored, moved, pathThrough, roundPath, type Point, type Run } from '../smooth';
import type { Figure } from './figure';

/** Between the feet. */
const AXIS = 240;
/** Where the child's left foot stands; on the right of the picture. */
const LEFT = 268;

// The child's left sole, toes up: the big toe is on the left.
const sole: Point[] = [
  [20, 118],
  [24, 88],
  [46, 70],
  [82, 71],
  [118, 84],
  [142, 108],
  [148, 138],
  [142, 184],
  [134, 228],
  [130, 268],
  [122, 304],
  [104, 326],
  [80, 332],
  [58, 322],
  [46, 298],
  [48, 258],
  [52, 220],
  [42, 182],
  [26, 150],
];
const top: Point[] = [
  [20, 120],
  [24, 88],
  [46, 70],
  [82, 71],
  [118, 84],
  [142, 108],
  [148, 140],
  [140, 192],
  [128, 240],
  [122, 284],
  [124, 330],
  [124, 380],
  [82, 392],
  [42, 380],
  [40, 330],
  [40, 290],
  [42, 240],
  [36, 190],
  [25, 152],
];
const toes: Point[][] = [
  toe(44, 48, 23, 30),
  toe(80, 42, 14, 21),
  toe(104, 50, 13, 18),
  toe(126, 65, 12, 16),
  toe(144, 84, 11, 14),
];
const nails: Run[] = [
  [
    [34, 32],
    [36, 24],
    [50, 24],
    [53, 32],
  ],
  [
    [75, 30],
    [77, 25],
    [84, 25],
    [86, 31],
  ],
  [
    [99, 39],
    [101, 35],
    [107, 36],
    [109, 41],
  ],
  [
    [121, 54],
    [123, 50],
    [128, 51],
    [131, 56],
  ],
  [
    [138, 73],
    [140, 70],
    [144, 71],
    [146, 75],
  ],
];
const soleLines: Run[] = [
  [
    [34, 132],
    [66, 146],
    [100, 144],
    [126, 128],
  ],
  [
    [62, 290],
    [86, 280],
    [112, 286],
  ],
];
const topLines: Run[] = [
  ...nails,
  [
    [46, 296],
    [56, 302],
    [58, 314],
    [48, 320],
  ],
  [
    [115, 304],
    [106, 310],
    [104, 320],
    [114, 328],
  ],
];

function toe(x: number, y: number, wide: number, high: number): Point[] {
  const lean = 2;
  return [
    [x, y - high],
    [x + wide * 0.72, y - high * 0.66],
    [x + wide, y + lean],
    [x + wide * 0.7, y + high * 0.72],
    [x, y + high],
    [x - wide * 0.7, y + high * 0.72],
    [x - wide, y - lean],
    [x - wide * 0.72, y - high * 0.66],
  ];
}

/** @param down toes point down, as somebody who faces the child sees the tops */
function both(run: Run, down: boolean): Run[] {
  const left = moved([run], { x: LEFT, y: down ? 356 : 16, down });
  return [...mirrored(left, AXIS), ...left];
}

function figure(body: Run, lines: readonly Run[], down: boolean): Figure {
  return {
    outlines: [...toes, body].flatMap((part) => both(part, down)).map(roundPath),
    lines: lines.flatMap((line) => both(line, down)).map((line) => pathThrough([line], false)),
  };
}

/** Both soles, toes up. */
export const feetSoles = figure(sole, soleLines, false);
/** The tops of both feet, toes down. */
export const feetTops = figure(top, topLines, true);
