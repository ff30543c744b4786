import { indexOf, plannedOf, type Importing } from './importing';
import { syncTable, type Wanted } from './sync-table';

/** Ids of things that are known by their name, looked up by it. */
export type ByName = (name: string) => string;

/** Brings a table of named things up to the sheet, in its order; `clear` gives further columns. */
export async function syncNamed(
  importing: Importing,
  table: string,
  names: readonly string[],
  clear: (name: string, position: number) => Wanted['clear'] = (_, position) => ({ position }),
  texts: (name: string, position: number) => Wanted['texts'] = () => ({}),
): Promise<ByName> {
  const { trx, ground, schoolId } = importing;
  const match = (name: string) => indexOf(importing, table, name);
  const wanted = names.map((name, position) => ({
    match: match(name),
    clear: clear(name, position),
    texts: { name, ...texts(name, position) },
  }));
  const synced = await syncTable(trx, ground, { schoolId, table, matchColumn: 'name_index' }, wanted);
  const before = importing.counts[table] ?? { added: 0, changed: 0 };
  // Categories come in several turns, parents first.
  importing.counts[table] = {
    added: before.added + synced.added,
    changed: before.changed + synced.changed,
  };
  return (name) => plannedOf(synced.ids, match(name));
}
