/* Writes server/storage/rows out of the migrations: `npm run row-types`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROW_TYPES, rowTypes } from './row-types';

const root = join(import.meta.dirname, '..');
const files = await rowTypes();
rmSync(join(root, ROW_TYPES), { recursive: true, force: true });
mkdirSync(join(root, ROW_TYPES), { recursive: true });
for (const [path, text] of files) writeFileSync(join(root, path), text);
process.stdout.write(`${ROW_TYPES} is written: ${String(files.size)} files.\n`);
