import type { Locator, Page } from 'playwright-core';
import type { PictureSchool } from './picture-school';
import type { PictureSize } from './sizes';

/**
 * One step: what leads from the screen before to this one.
 * @returns what the words speak of, to be ringed; null for the screen as a whole
 */
export type Deed = (page: Page, school: PictureSchool) => Promise<Locator | null>;

/** A way through the real product, with its pictures. */
export interface Walked {
  readonly size: PictureSize;
  /** Comes to the screen on which the first deed begins. */
  readonly open: (school: PictureSchool) => Promise<Page>;
  /** Picture by picture. */
  readonly steps: readonly (readonly [picture: string, deed: Deed])[];
}

/** A walk-through of docs/help/walk-throughs: its pictures are named and ordered as there. */
export interface Story extends Walked {
  /** its file there */
  readonly walk: string;
}

/** Pictures of a sheet that stand in no walk-through. */
export interface SheetStory extends Walked {
  /** its file in docs/help */
  readonly sheet: string;
}
