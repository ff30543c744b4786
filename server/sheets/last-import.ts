import * as v from 'valibot';
import { sheetsOfRights, type ImportSheet } from '../../protocol/changes/import';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { KnownSchool } from './known-school';
import { rowsHere } from './rows-here';
import type { SheetRow } from './sheet-row';

/** A sheet about rights as it stood when it was last imported. */
export interface LastImport {
  readonly at: string;
  readonly rows: readonly SheetRow[];
}

const rowsSchema = v.array(
  v.object({
    key: v.string(),
    title: v.string(),
    fields: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
  }),
);

/** Keeps how these sheets stand now, sealed; only those about rights are kept. In the import's transaction. */
export async function keepImported(
  { trx, ground, schoolId, at }: { trx: Transaction; ground: Ground; schoolId: string; at: string },
  known: KnownSchool,
  sheets: readonly ImportSheet[],
): Promise<void> {
  const cells = cellsOf(ground.keys, schoolId, 'imported_sheets');
  const kept = sheets
    .filter((sheet) => sheetsOfRights.has(sheet))
    .map((sheet) => ({
      school_id: schoolId,
      sheet,
      imported_at: at,
      ...cells.seal(`${schoolId}:${sheet}`, { rows: JSON.stringify(rowsHere(sheet, known)) }),
    }));
  if (kept.length === 0) return;
  await trx('imported_sheets').insert(kept).onConflict(['school_id', 'sheet']).merge(['imported_at', 'rows']);
}

/** How the sheets about rights stood when they were last imported; a sheet that never was has no entry. */
export async function readLastImports(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<ReadonlyMap<string, LastImport>> {
  const cells = cellsOf(ground.keys, schoolId, 'imported_sheets');
  const kept = await reader('imported_sheets').where({ school_id: schoolId });
  return new Map(
    kept.map((row) => [
      row.sheet,
      {
        at: row.imported_at,
        rows: v.parse(rowsSchema, JSON.parse(cells.need(`${schoolId}:${row.sheet}`, 'rows', row.rows))),
      },
    ]),
  );
}
