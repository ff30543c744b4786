import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from './workbook/read-xlsx';
import type { Workbook } from './workbook/workbook';

const NAME = join('set-up', 'heed-set-up-sample.xlsx');
const here = dirname(fileURLToPath(import.meta.url));

/** The sample spreadsheet that people can download, read where it lies: beside the built server, or in the sources. */
export function demoWorkbook(): Workbook {
  const places = [join(here, '..', 'client', NAME), join(here, '..', '..', 'client', 'public', NAME)];
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Error('the sample spreadsheet is missing; run npm run build');
  return readWorkbook(new Uint8Array(readFileSync(file)));
}
