import type { Layout } from './shape';

/** Face and neck. */
export const headFrontLayout: Layout = {
  'top-of-head': [-56, 62, 56, 62, 34],
  forehead: [-60, 142, 60, 142, 40],
  temple: [118, 168, 118, 184, 18],
  eye: [52, 214, 64, 214, 26],
  nose: [0, 224, 0, 278, 18],
  cheek: [74, 284, 78, 296, 32],
  ear: [148, 212, 147, 242, 16],
  mouth: [-24, 332, 24, 332, 16],
  chin: [-18, 372, 18, 372, 18],
  jaw: [104, 322, 72, 362, 16],
  neck: [-30, 416, 30, 416, 22],
  shoulder: [96, 458, 130, 466, 18],
};

/** Back of the head and neck. */
export const headBackLayout: Layout = {
  'top-of-head': [-60, 70, 60, 70, 44],
  'back-of-head': [-40, 226, 40, 226, 90],
  ear: [148, 212, 147, 242, 16],
  neck: [-30, 412, 30, 412, 30],
  shoulder: [96, 458, 130, 466, 18],
};

/** The left side, the face to the left of the picture. */
export const headLeftLayout: Layout = {
  'top-of-head': [-50, 62, 80, 62, 36],
  forehead: [-94, 112, -100, 160, 26],
  temple: [-36, 170, -30, 190, 34],
  eye: [-92, 216, -84, 220, 24],
  nose: [-118, 232, -130, 258, 15],
  cheek: [-70, 276, -50, 296, 34],
  mouth: [-120, 304, -100, 306, 13],
  chin: [-108, 348, -92, 362, 16],
  jaw: [-56, 358, 0, 330, 20],
  ear: [30, 222, 28, 256, 24],
  'behind-ear': [74, 232, 74, 270, 24],
  'back-of-head': [108, 160, 120, 260, 52],
  neck: [24, 400, 34, 440, 60],
};
