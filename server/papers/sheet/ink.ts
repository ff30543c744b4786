import type { Type } from './fonts';

/** What a part of a paper is, for whoever has it read aloud (PDF 32000-1, 14.8.4). */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Figure';

/** Where a line of text begins: left edge and baseline, points from the top left corner. */
export interface At {
  readonly x: number;
  readonly y: number;
}

/** How large a picture stands, points. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** A shape in units of its own, moved and scaled into place. */
export interface Shape {
  readonly path: string;
  readonly filled: boolean;
  /** Of its edge, in units of the shape. */
  readonly edge: number;
}

/** A part that is being written; on several pages it has several contents. */
export interface Part {
  /** Writes what of it stands on the page that is open. */
  write(draw: () => void): void;
  end(): void;
}

/** What a page is written with. The first pass over a paper writes with an ink that leaves nothing. */
export interface Ink {
  /** A new page; no part may be open in the middle of writing. */
  page(): void;
  /** Everything until `close` belongs to a part. */
  open(tag: Tag): void;
  close(): void;
  part(tag: Tag, options?: { alt?: string; scope?: 'Row' | 'Column' }): Part;
  /** What is on the page for the eye alone: head, foot, rules. */
  beside(draw: () => void): void;
  line(text: string, at: At, type: Type, grey?: boolean): void;
  rule(from: At, to: At, strong?: boolean): void;
  shapes(all: readonly Shape[], at: At, scale: number): void;
  circle(middle: At, radius: number): void;
  /** A PNG of few colours with a thin edge. */
  image(bytes: Buffer, at: At, size: ImageSize): void;
  /** A place in the list of contents that readers show beside the pages. */
  bookmark(title: string): void;
}

/** Leaves nothing: for finding out where everything will stand. */
export const dryInk: Ink = {
  page: () => undefined,
  open: () => undefined,
  close: () => undefined,
  part: () => ({ write: (draw) => draw(), end: () => undefined }),
  beside: (draw) => draw(),
  line: () => undefined,
  rule: () => undefined,
  shapes: () => undefined,
  circle: () => undefined,
  image: () => undefined,
  bookmark: () => undefined,
};
