import type { Locator, Page } from 'playwright-core';
import type { PictureSchool } from './picture-school';
import type { PictureSize } from './sizes';

/**
 * One step: what leads from the screen before to this one.
 * @returns what the words speak of, to be ringed; null for the screen as a whole
 */
export type Deed = (page: Page, school: PictureSchool) => Promise<Locator | null>;

/** A walk-through of docs/help/walk-throughs as it is walked in the real product. */
export interface Story {
  /** its file there */
  readonly walk: string;
  readonly size: PictureSize;
  /** Comes to the screen on which the first deed begins. */
  readonly open: (school: PictureSchool) => Promise<Page>;
  /** Picture by picture, named and ordered as there. */
  readonly steps: readonly (readonly [picture: string, deed: Deed])[];
}
