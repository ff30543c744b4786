import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePng } from './png';

/**
 * A build needs a picture for every name that a page of help has; a new one is grey until its screen is taken.
 * @param folder docs/help
 */
export function writeStandIns(folder: string): void {
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures, { recursive: true });
  const grey = { width: 3, height: 3, colours: Buffer.from([128, 128, 128]), points: Buffer.alloc(9) };
  const pages = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.md'));
  for (const page of pages) {
    const text = readFileSync(join(folder, page), 'utf8');
    for (const [, name = ''] of text.matchAll(/\bpictures\/([a-z0-9-]+\.png)\)/g))
      if (!existsSync(join(pictures, name))) writeFileSync(join(pictures, name), writePng(grey));
  }
}
