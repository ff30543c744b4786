import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The two weights that papers are set in; Source Sans 3 (docs/specs/pdf.md). */
export type Weight = 'text' | 'strong';

const find = createRequire(import.meta.url);
const files: Readonly<Record<Weight, string>> = {
  text: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  strong: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
};
const read = new Map<Weight, Buffer>();

/** The bytes of a font file, read once. */
export function fontBytes(weight: Weight): Buffer {
  const known = read.get(weight);
  if (known) return known;
  const bytes = readFileSync(find.resolve(files[weight]));
  read.set(weight, bytes);
  return bytes;
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
