import type { Layout } from './shape';

const childArm: Layout = {
  shoulder: [78, 214, 86, 222, 18],
  'upper-arm': [92, 246, 98, 288, 14],
  elbow: [102, 316, 104, 324, 13],
  forearm: [111, 346, 122, 382, 13],
  wrist: [129, 406, 130, 410, 9],
  hand: [134, 430, 140, 452, 13],
  fingers: [142, 472, 143, 486, 11],
  thumb: [120, 440, 120, 458, 8],
};

/** A child of school age, from the front. */
export const childFrontLayout: Layout = {
  'top-of-head': [-28, 30, 28, 30, 18],
  forehead: [-26, 60, 26, 60, 16],
  eye: [24, 84, 26, 84, 12],
  nose: [0, 88, 0, 102, 9],
  cheek: [34, 108, 34, 112, 13],
  ear: [64, 90, 64, 96, 8],
  mouth: [-10, 120, 10, 120, 9],
  chin: [-12, 141, 12, 141, 9],
  neck: [-10, 170, 10, 170, 14],
  chest: [36, 226, 36, 262, 32],
  'upper-tummy': [-38, 312, 38, 312, 28],
  'lower-tummy': [-38, 368, 38, 368, 28],
  groin: [-18, 424, 18, 424, 22],
  hip: [62, 398, 64, 424, 16],
  thigh: [42, 462, 40, 552, 32],
  knee: [40, 592, 40, 606, 24],
  shin: [40, 640, 38, 706, 24],
  ankle: [36, 740, 36, 748, 15],
  foot: [40, 770, 42, 784, 18],
  toes: [30, 802, 54, 802, 9],
  ...childArm,
};

/** The same child from the back. */
export const childBackLayout: Layout = {
  'top-of-head': [-28, 30, 28, 30, 18],
  'back-of-head': [-22, 92, 22, 92, 44],
  ear: [64, 90, 64, 96, 8],
  neck: [-10, 168, 10, 168, 14],
  'upper-back': [36, 226, 36, 264, 32],
  'middle-back': [-38, 312, 38, 312, 28],
  'lower-back': [-38, 366, 38, 366, 28],
  buttock: [40, 424, 40, 436, 34],
  thigh: [42, 490, 40, 552, 32],
  knee: [40, 592, 40, 606, 24],
  calf: [40, 640, 38, 706, 24],
  ankle: [36, 738, 36, 746, 15],
  heel: [36, 786, 40, 788, 14],
  foot: [40, 764, 40, 768, 15],
  ...childArm,
};

const smallArm: Layout = {
  shoulder: [76, 240, 86, 250, 18],
  'upper-arm': [96, 278, 102, 296, 15],
  elbow: [107, 316, 110, 322, 14],
  forearm: [118, 342, 124, 356, 14],
  wrist: [132, 374, 134, 378, 11],
  hand: [138, 394, 140, 406, 14],
  fingers: [144, 424, 146, 428, 11],
  thumb: [121, 404, 120, 416, 8],
};

/** A baby or small child, from the front. */
export const smallFrontLayout: Layout = {
  'top-of-head': [-36, 38, 36, 38, 22],
  forehead: [-36, 76, 36, 76, 20],
  eye: [32, 110, 34, 110, 14],
  nose: [0, 116, 0, 128, 11],
  cheek: [48, 136, 48, 140, 16],
  ear: [86, 112, 86, 122, 9],
  mouth: [-12, 152, 12, 152, 11],
  chin: [-16, 174, 16, 174, 9],
  neck: [-12, 200, 12, 200, 12],
  chest: [40, 240, 40, 270, 34],
  'upper-tummy': [-46, 322, 46, 322, 28],
  'lower-tummy': [-46, 374, 46, 374, 28],
  groin: [-22, 422, 22, 422, 20],
  hip: [70, 404, 70, 418, 16],
  thigh: [50, 452, 50, 474, 30],
  knee: [48, 504, 48, 512, 24],
  shin: [48, 540, 48, 560, 24],
  ankle: [46, 588, 46, 596, 15],
  foot: [48, 608, 52, 616, 16],
  toes: [36, 630, 66, 630, 9],
  ...smallArm,
};

/** The same child from the back. */
export const smallBackLayout: Layout = {
  'top-of-head': [-36, 38, 36, 38, 22],
  'back-of-head': [-30, 116, 30, 116, 52],
  ear: [86, 112, 86, 122, 9],
  neck: [-12, 200, 12, 200, 12],
  'upper-back': [40, 240, 40, 270, 34],
  'middle-back': [-46, 318, 46, 318, 26],
  'lower-back': [-46, 366, 46, 366, 26],
  buttock: [44, 422, 44, 432, 34],
  thigh: [50, 476, 50, 482, 26],
  knee: [48, 510, 48, 516, 22],
  calf: [48, 544, 48, 562, 24],
  ankle: [46, 588, 46, 594, 15],
  heel: [46, 618, 50, 618, 13],
  foot: [48, 602, 48, 604, 12],
  ...smallArm,
};
