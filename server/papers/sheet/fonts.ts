import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The two weights that papers are set in; Source Sans 3 (docs/specs/pdf.md). */
export type Weight = 'text' | 'strong';

const find = createRequire(import.meta.url);
const files: Readonly<Record<Weight, string>> = {
  text: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  strong: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
};
const read = new Map<string, Buffer>();

/**
 * How a font is set: `shaped` with ligatures and kerning, `plain` letter by letter, which costs a thirtieth of the time.
 */
export type Shaping = 'shaped' | 'plain';

/** Above this a missing kern is seen, points. */
const SMALL = 12;

/**
 * How a text is set. Shaping takes a letter apart that has two marks (Yoruba "Ẹ́"), and then a reader that takes the text out
 * of the paper finds them torn: such a text is plain at any size.
 */
export function shapingOf(text: string, size: number): Shaping {
  return size > SMALL && !/\p{M}/u.test(text) ? 'shaped' : 'plain';
}

/** The bytes of a font file, read once. */
export function fontBytes(weight: Weight, shaping: Shaping): Buffer {
  const name = `${weight} ${shaping}`;
  const known = read.get(name);
  if (known) return known;
  const bytes = readFileSync(find.resolve(files[weight]));
  if (shaping === 'plain') hideShaping(bytes);
  read.set(name, bytes);
  return bytes;
}

/**
 * Gives the tables of shaping other names in the font's own list, so that nobody finds them, and the whole another
 * check sum, by which pdfkit tells fonts of one name apart (OpenType, "Table Directory" and "head").
 */
function hideShaping(font: Buffer): void {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const table = font.toString('latin1', at, at + 4);
    if (table === 'GSUB' || table === 'GPOS') font.write('-', at, 'latin1');
    if (table !== 'head') continue;
    const sum = font.readUInt32BE(at + 8) + 8;
    font.writeUInt32BE((font.readUInt32BE(sum) ^ 1) >>> 0, sum);
  }
}

/** How a text is set. Sizes in points. */
export interface Type {
  readonly weight: Weight;
  readonly size: number;
  /** From one line to the next. */
  readonly leading: number;
}

export const types = {
  title: { weight: 'strong', size: 25, leading: 30 },
  section: { weight: 'strong', size: 14.5, leading: 20 },
  item: { weight: 'strong', size: 10.5, leading: 15 },
  text: { weight: 'text', size: 10.5, leading: 15 },
  strong: { weight: 'strong', size: 10.5, leading: 15 },
  meta: { weight: 'text', size: 9, leading: 12.5 },
  edge: { weight: 'text', size: 8.5, leading: 11 },
} as const satisfies Readonly<Record<string, Type>>;
