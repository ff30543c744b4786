/**
 * Writes the empty set-up template with its worked example to client/public/set-up, where the set-up page offers it.
 * Run after a change of server/set-up/columns.ts: npx tsx tools/make-template.ts
 */
import { writeFileSync } from 'node:fs';
import { writeWorkbook } from '../server/set-up/workbook/write-xlsx';
import { templateSheets } from './template-example';

const target = new URL('../client/public/set-up/heed-set-up-template.xlsx', import.meta.url);
writeFileSync(target, writeWorkbook(templateSheets()));
