/** Sizes at which a screen is shown: a tablet, a phone in the hand, a desk. CSS px. */
export const SIZES = {
  tablet: { width: 720, height: 620 },
  phone: { width: 390, height: 700 },
  desk: { width: 940, height: 620 },
} as const;

export type PictureSize = keyof typeof SIZES;
