import type { KeyRing, Scope } from './key-ring';

/** Texts by their columns, as the cells that they are stored in; only what may be null can be a null cell. */
type Sealed<Texts> = { [Column in keyof Texts]: Texts[Column] extends string ? Buffer : Buffer | null };

/** Seals and opens the typed texts of one table of one school. */
export interface Cells {
  /** Every given text as a sealed cell of this row; null stays null. */
  seal<T extends Record<string, string | null>>(row: string, texts: T): Sealed<T>;
  /** Opens one cell of a row; null stays null. */
  open(row: string, column: string, cell: Uint8Array | null): string | null;
  /** Opens a cell that is never empty. @throws when it is */
  need(row: string, column: string, cell: Uint8Array | null): string;
}

/** The sealed columns of one table: `cellsOf(keys, schoolId, 'staff')`. */
export function cellsOf(keys: KeyRing, scope: Scope, table: string): Cells {
  return {
    seal: (row, texts) => {
      const sealed = Object.entries(texts).map(([column, text]) => [
        column,
        text === null ? null : keys.seal(scope, table, row, column, text),
      ]);
      return Object.fromEntries(sealed) as Sealed<typeof texts>;
    },
    open: (row, column, cell) => (cell === null ? null : keys.open(scope, table, row, column, cell)),
    need: (row, column, cell) => {
      if (cell === null) throw new Error(`a ${column} of ${table} is empty`);
      return keys.open(scope, table, row, column, cell);
    },
  };
}
