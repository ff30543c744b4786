import type { Locator, Page } from 'playwright-core';
import type { PictureSchool } from './picture-school';

/** Sizes at which a screen is shown: a tablet, a phone in the hand, a desk. CSS px. */
export const SIZES = {
  tablet: { width: 720, height: 620 },
  phone: { width: 390, height: 700 },
  desk: { width: 940, height: 620 },
} as const;

/**
 * One step: what leads from the screen before to this one.
 * @returns what the words speak of, to be ringed; null for the screen as a whole
 */
export type Deed = (page: Page, school: PictureSchool) => Promise<Locator | null>;

/** A walk-through of docs/help/walk-throughs as it is walked in the real product. */
export interface Story {
  /** its file there */
  readonly walk: string;
  readonly size: keyof typeof SIZES;
  /** Comes to the screen on which the first deed begins. */
  readonly open: (school: PictureSchool) => Promise<Page>;
  /** Picture by picture, named and ordered as there. */
  readonly steps: readonly (readonly [picture: string, deed: Deed])[];
}
