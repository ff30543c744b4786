/**
 * Help as the build makes it of docs/help (tools/help): a tree of blocks, never HTML, so that nothing of it is parsed
 * by a browser. The page shows it, and the server prints it.
 */

/** A stretch of a line. A label stands on the screen exactly so; a term is a word of somebody else, such as CPOMS. */
export type Span =
  | string
  | { readonly label: string }
  | { readonly term: string }
  | { readonly link: string; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'picture';
      /** below /help/pictures/ */
      readonly file: string;
      readonly alt: string;
      /** CSS px; they keep its place while it loads */
      readonly width: number;
      readonly height: number;
    };

export const sheetKinds = ['guide', 'sheet', 'questions'] as const;
export const audiences = ['everyone', 'no-key', 'leads', 'administrators'] as const;

/** One help sheet: an address, a page, a PDF. */
export interface Sheet {
  /** the last part of its address: /help/first-login */
  readonly id: string;
  readonly title: string;
  /** one sentence: what it is for */
  readonly summary: string;
  readonly kind: (typeof sheetKinds)[number];
  readonly for: (typeof audiences)[number];
  /** paths of the screens that it is about, as the router has them */
  readonly screens: readonly string[];
  readonly blocks: readonly Block[];
}

/** A picture of a screen, with words that say what it shows. */
export type Picture = Extract<Block, { kind: 'picture' }>;

/** A walk-through: pictures of the real product, step by step, with all that they show in words. */
export interface Walk {
  /** the last part of its address: /help/watch/first-login */
  readonly id: string;
  readonly title: string;
  /** one sentence: what one can do afterwards */
  readonly summary: string;
  readonly for: Sheet['for'];
  readonly steps: readonly WalkStep[];
}

export interface WalkStep {
  readonly picture: Picture;
  /** What somebody does there; it says everything that the picture does. */
  readonly spans: readonly Span[];
}

/** Whom a change is for, as the headings of CHANGELOG.md say it. */
export const newsReaders = ['everyone', 'leads', 'administrators'] as const;

/** What came with one version, in plain words. */
export interface Release {
  readonly version: string;
  /** the school day on which it came: 2026-11-30 */
  readonly day: string;
  readonly parts: readonly {
    readonly for: (typeof newsReaders)[number];
    readonly points: readonly (readonly Span[])[];
  }[];
}

/** The file that the build writes and an installed Heed keeps. */
export interface HelpFile {
  /** Newest first; the first is this Heed. */
  readonly releases: readonly Release[];
  /** in the order in which they stand */
  readonly sheets: readonly Sheet[];
  /** likewise */
  readonly walks: readonly Walk[];
}

/** The words of a line, without what they are. */
export function plainText(spans: readonly Span[]): string {
  return spans.map(spanText).join('');
}

export function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('label' in span) return span.label;
  return 'term' in span ? span.term : span.link;
}

/** Every picture of these blocks, in order. */
export function picturesOf(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block];
    if (block.kind === 'list') return block.items.flatMap(picturesOf);
    return block.kind === 'note' ? picturesOf(block.blocks) : [];
  });
}
