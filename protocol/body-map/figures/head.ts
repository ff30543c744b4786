import {
  evenOutline,
  inTheMiddle,
  joined,
  mirrored,
  onBothSides,
  pathThrough,
  roundPath,
  type Point,
  type Run,
} from '../smooth';
import type { Figure } from './figure';

const AXIS = 200;

const skull: Point[] = [
  [0, 24],
  [24, 25.2],
  [72, 36],
  [122, 78],
  [140, 146],
  [138, 196],
];
const ear: Point[] = [
  [148, 190],
  [161, 201],
  [160, 230],
  [149, 256],
  [134, 258],
];
const face: Point[] = [
  [122, 308],
  [93, 354],
  [54, 383],
  [24, 392.5],
  [0, 394],
];
const backOfHead: Point[] = [
  [122, 308],
  [98, 346],
  [66, 368],
  [30, 376.3],
  [0, 377],
];
const neck: Point[] = [
  [54, 330],
  [54, 396],
  [70, 424],
  [112, 442],
  [154, 456],
  [172, 478],
];

const bust = evenOutline([[[0, 330], ...neck], [[0, 478]]], AXIS);

/** Face and neck. */
export const headFront: Figure = {
  outlines: [bust, evenOutline([skull, ear, face], AXIS)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [34, 198],
        [56, 190],
        [82, 199],
      ],
      [
        [36, 228],
        [48, 238],
        [68, 238],
        [80, 227],
      ],
      [
        [147, 206],
        [152, 212],
        [150, 232],
        [143, 241],
      ],
      [
        [16, 272],
        [17, 280],
        [9, 286],
        [0, 284],
      ],
    ),
    inTheMiddle(AXIS, [
      [-30, 326],
      [-13, 324],
      [0, 326],
      [13, 324],
      [30, 326],
    ]),
    inTheMiddle(AXIS, [
      [-13, 346],
      [0, 349],
      [13, 346],
    ]),
  ],
};

/** Back of the head and neck. */
export const headBack: Figure = {
  outlines: [bust, evenOutline([skull, ear, backOfHead], AXIS)],
  lines: [
    ...onBothSides(
      AXIS,
      [
        [148, 206],
        [152, 220],
        [147, 240],
      ],
      [
        [20, 377],
        [22, 392],
        [24, 402],
      ],
    ),
    inTheMiddle(AXIS, [
      [0, 420],
      [0, 440],
      [0, 462],
    ]),
  ],
};

const profile: Run[] = joined([
  [
    [212, 24],
    [184, 25.5],
    [150, 34],
    [102, 72],
    [80, 130],
    [78, 178],
    [85, 206],
    [76, 232],
    [63, 253],
    [66, 265],
    [80, 271],
  ],
  [
    [79, 281],
    [72, 292],
    [77, 301],
    [86, 304],
  ],
  [
    [79, 312],
    [80, 323],
    [88, 332],
    [87, 347],
    [93, 363],
    [109, 373],
    [138, 373],
    [166, 366],
  ],
  [
    [170, 398],
    [163, 440],
    [146, 478],
  ],
  [[312, 478]],
  [
    [300, 444],
    [298, 406],
    [306, 368],
    [330, 320],
    [352, 250],
    [352, 166],
    [326, 92],
    [276, 42],
    [244, 28],
    [212, 24],
  ],
]);
const earAside: Point[] = [
  [212, 206],
  [230, 198],
  [248, 208],
  [251, 232],
  [240, 256],
  [226, 276],
  [214, 270],
  [209, 238],
];
const profileLines: Run[][] = [
  [
    [
      [92, 196],
      [106, 189],
      [126, 197],
    ],
  ],
  [
    [
      [98, 224],
      [106, 234],
      [118, 234],
      [127, 226],
    ],
  ],
  [
    [
      [84, 268],
      [93, 266],
      [94, 256],
    ],
  ],
  [
    [
      [86, 304],
      [98, 306],
      [108, 303],
    ],
  ],
  [
    [
      [222, 220],
      [236, 214],
      [241, 230],
      [232, 250],
      [224, 256],
    ],
  ],
  [
    [
      [166, 366],
      [196, 344],
      [214, 312],
      [219, 284],
    ],
  ],
];

/** The left side: the child looks to the left of the picture. */
export const headLeft: Figure = {
  outlines: [pathThrough(profile, true), roundPath(earAside)],
  lines: profileLines.map((line) => pathThrough(line, false)),
};

/** The right side. */
export const headRight: Figure = {
  outlines: [pathThrough(mirrored(profile, AXIS), true), roundPath(mirrored([earAside], AXIS)[0] ?? [])],
  lines: profileLines.map((line) => pathThrough(mirrored(line, AXIS), false)),
};
