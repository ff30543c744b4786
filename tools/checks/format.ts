import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { settle, type Report } from './report';
import { projectFiles } from './source-files';

/** Every file that Prettier knows how to write is written that way. */
export async function checkFormat(root: string): Promise<Report> {
  const ignorePath = join(root, '.prettierignore');
  const faults: string[] = [];
  let count = 0;
  for (const path of projectFiles(root)) {
    const file = join(root, path);
    const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath });
    if (ignored || inferredParser === null) continue;
    count += 1;
    const options = (await prettier.resolveConfig(file, { editorconfig: true })) ?? {};
    const asWritten = await prettier.check(await readFile(file, 'utf8'), { ...options, filepath: file });
    if (!asWritten) faults.push(`${path}: not as Prettier writes it (npx prettier --write ${path})`);
  }
  return settle({ saw: `${String(count)} files`, count, faults });
}
