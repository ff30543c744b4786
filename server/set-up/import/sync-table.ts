import { uuidv7 } from '../../../protocol/identifiers';
import type { Ground } from '../../ground';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';

/** One row as the spreadsheet wants it: codes and flags in clear, typed texts to be sealed. */
export interface Wanted {
  /** Blind index under which an earlier import is found. */
  readonly match: string;
  readonly clear: Readonly<Record<string, string | number | null>>;
  readonly texts: Readonly<Record<string, string | null>>;
}

export interface Synced {
  /** Ids by match index. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of the rows that are new. */
  readonly fresh: ReadonlySet<string>;
  readonly added: number;
  readonly changed: number;
}

export interface SyncTable {
  readonly schoolId: string;
  readonly table: string;
  /** Column of the match index: `name_index` or `match_index`. */
  readonly matchColumn: string;
  /** Clear columns that are written with a new row only, such as created_at. */
  readonly atFirst?: Readonly<Record<string, string | number | null>>;
}

type Row = Record<string, string | number | Buffer | null> & { id: string };

/** Rows of one INSERT; SQLite takes 32,766 values in a statement. */
const CHUNK = 500;

/**
 * Brings one table up to the spreadsheet: adds what is missing, changes only what differs, never deletes
 * (product.md section 2, point 1).
 */
export async function syncTable(
  trx: Transaction,
  ground: Ground,
  table: SyncTable,
  wanted: readonly Wanted[],
): Promise<Synced> {
  const rows = (await trx(table.table).where({ school_id: table.schoolId })) as Row[];
  const known = new Map(rows.map((row) => [String(row[table.matchColumn]), row]));
  const cells = cellsOf(ground.keys, table.schoolId, table.table);
  const ids = new Map<string, string>();
  const fresh: object[] = [];
  const freshIds = new Set<string>();
  let changed = 0;
  for (const one of wanted) {
    const row = known.get(one.match);
    const id = row?.id ?? uuidv7(ground.clock.now());
    ids.set(one.match, id);
    if (!row) {
      freshIds.add(id);
      fresh.push({
        school_id: table.schoolId,
        id,
        [table.matchColumn]: one.match,
        ...table.atFirst,
        ...one.clear,
        ...cells.seal(id, one.texts),
      });
      continue;
    }
    const texts = Object.entries(one.texts).filter(
      ([column, text]) => cells.open(id, column, row[column] as Buffer | null) !== text,
    );
    const clear = Object.entries(one.clear).filter(([column, value]) => row[column] !== value);
    if (texts.length + clear.length === 0) continue;
    changed += 1;
    const update = { ...Object.fromEntries(clear), ...cells.seal(id, Object.fromEntries(texts)) };
    await trx(table.table).where({ school_id: table.schoolId, id }).update(update);
  }
  for (let from = 0; from < fresh.length; from += CHUNK)
    await trx(table.table).insert(fresh.slice(from, from + CHUNK));
  return { ids, fresh: freshIds, added: fresh.length, changed };
}

/** Adds links that are missing; with `merge` the named columns of those that are there are brought up too. */
export async function addLinks(
  trx: Transaction,
  table: string,
  key: readonly string[],
  rows: readonly object[],
  merge: readonly string[] = [],
): Promise<void> {
  const seen = new Map(
    rows.map((row) => [key.map((column) => String((row as Record<string, unknown>)[column])).join(' '), row]),
  );
  const unique = [...seen.values()];
  for (let from = 0; from < unique.length; from += CHUNK) {
    const insert = trx(table)
      .insert(unique.slice(from, from + CHUNK))
      .onConflict(['school_id', ...key]);
    await (merge.length > 0 ? insert.merge([...merge]) : insert.ignore());
  }
}
