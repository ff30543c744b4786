/** Writes docs/welsh.md: every Welsh sentence beside its English, for whoever confirms them. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toConfirm } from './language/to-confirm.ts';

const root = resolve(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/welsh.md'), toConfirm(root));
