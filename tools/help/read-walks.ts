import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Tokens } from 'marked';
import type { Walk, WalkStep } from '../../protocol/help-sheets';
import { pictureOf, spansOf, type PictureSize } from './blocks';
import { headOf } from './front-matter';

/** Every walk-through of a folder, in order. @throws Error naming the file and what is wrong with it */
export function readWalks(folder: string, sizeOf: PictureSize): Walk[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readWalk(file, readFileSync(join(folder, file), 'utf8'), sizeOf))
    .sort((a, b) => a.order - b.order)
    .map(({ walk }) => walk);
}

function readWalk(file: string, source: string, sizeOf: PictureSize): { order: number; walk: Walk } {
  const { head, text } = headOf(file, source);
  const { order, ...said } = head;
  try {
    return { order, walk: { ...said, steps: stepsOf(text, sizeOf) } };
  } catch (fault) {
    throw new Error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}

/**
 * The steps of a walk-through: one numbered list, each item a picture and what somebody does there.
 * @throws Error for anything else
 */
export function stepsOf(markdown: string, sizeOf: PictureSize): WalkStep[] {
  const [list, ...more] = lexer(markdown).filter(({ type }) => type !== 'space');
  if (list?.type !== 'list' || more.length > 0) throw new Error('a walk-through is one numbered list');
  return (list as Tokens.List).items.map((item) => stepOf(item, sizeOf));
}

function stepOf({ raw, tokens: [line, ...more] }: Tokens.ListItem, sizeOf: PictureSize): WalkStep {
  const [picture, ...words] = (line as Tokens.Text | undefined)?.tokens ?? [];
  const [first, ...rest] = spansOf(words);
  if (picture?.type !== 'image' || more.length > 0 || first === undefined)
    throw new Error(`a step is a picture and words below it: ${raw}`);
  const spans = [typeof first === 'string' ? first.trimStart() : first, ...rest];
  return { picture: pictureOf(picture as Tokens.Image, sizeOf), spans: spans.filter((one) => one !== '') };
}
