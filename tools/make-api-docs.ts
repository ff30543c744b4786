/* Writes docs/API.md out of the contract table: `npm run api-docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_DOCS, apiTable } from './api-table';

writeFileSync(join(import.meta.dirname, '..', API_DOCS), await apiTable());
process.stdout.write(`${API_DOCS} is written.\n`);
