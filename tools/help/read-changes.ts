import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newsReaders, type Block, type Release, type Span } from '../../protocol/help-sheets';
import { blocksOf } from './blocks';

const FILE = join(import.meta.dirname, '../../CHANGELOG.md');
const noPictures = (file: string): never => {
  throw new Error(`a change has no picture: ${file}`);
};

/**
 * What came with each version, newest first. What stands above the first version is for whoever keeps the file.
 * @throws Error naming what is no version, no reader or no list of points
 */
export function releasesOf(markdown: string): Release[] {
  const [, ...versions] = `\n${markdown}`.split('\n## ');
  return versions.map((text) => {
    const [head = '', ...lines] = text.split('\n');
    const [, version, day] = /^(\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$/.exec(head) ?? [];
    if (!version || !day) throw new Error(`CHANGELOG.md: "${head}" is no version with its day`);
    return { version, day, parts: partsOf(version, blocksOf(lines.join('\n'), noPictures)) };
  });
}

function partsOf(version: string, blocks: readonly Block[]): Release['parts'] {
  const parts: { for: (typeof newsReaders)[number]; points: Span[][] }[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind === 'heading') {
      const reader = newsReaders.find((one) => one === block.text.toLowerCase());
      if (!reader)
        throw new Error(`CHANGELOG.md, ${version}: "${block.text}" is nobody whom a change is for`);
      parts.push({ for: reader, points: [] });
    } else if (block.kind === 'list' && last) last.points.push(...block.items.map(pointOf));
    else throw new Error(`CHANGELOG.md, ${version}: only lists of points under headings are shown`);
  }
  return parts;
}

function pointOf([only, ...more]: readonly Block[]): Span[] {
  if (only?.kind !== 'text' || more.length > 0) throw new Error('CHANGELOG.md: a point is one line');
  return [...only.spans];
}

/** CHANGELOG.md of this project. */
export const readReleases = (): Release[] => releasesOf(readFileSync(FILE, 'utf8'));
