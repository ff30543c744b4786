import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HelpFile, Sheet } from '../../protocol/help-sheets';
import { blocksOf, type PictureSize } from './blocks';
import { frontMatterOf, type FrontMatter } from './front-matter';
import { readReleases } from './read-changes';
import { pngSize } from './png-size';
import { readWalks } from './read-walks';

/** A sheet with what only the build needs of it. */
export interface ReadSheet {
  readonly matter: FrontMatter;
  readonly sheet: Sheet;
}

/** docs/help of this project. */
export const HELP_FOLDER = join(import.meta.dirname, '../../docs/help');

/** Every sheet of a folder, in order. @throws Error naming the file and what is wrong with it */
export function readSheets(folder = HELP_FOLDER): ReadSheet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readSheet(folder, file))
    .sort((a, b) => a.matter.order - b.matter.order);
}

function readSheet(folder: string, file: string): ReadSheet {
  const { matter, text } = frontMatterOf(file, readFileSync(join(folder, file), 'utf8'));
  try {
    const { id, title, summary, kind, for: audience, screens } = matter;
    const blocks = blocksOf(text, sizeIn(folder));
    return { matter, sheet: { id, title, summary, kind, for: audience, screens, blocks } };
  } catch (fault) {
    throw new Error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}

/** How large the pictures of a folder of help are. */
const sizeIn =
  (folder: string): PictureSize =>
  (picture) => {
    const path = join(folder, 'pictures', picture);
    if (!existsSync(path))
      throw new Error(`there is no picture ${picture}; \`npm run help:pictures\` makes them`);
    return pngSize(readFileSync(path));
  };

/** What the page and the server read. */
export const helpFile = (): HelpFile => ({
  releases: readReleases(),
  sheets: readSheets().map(({ sheet }) => sheet),
  walks: readWalks(join(HELP_FOLDER, 'walk-throughs'), sizeIn(HELP_FOLDER)),
});
