import { readYesNo } from './cell-values';
import { itemsOf } from './check-cells';
import type { Noun } from './columns';
import { nameKey } from '../sheets/name-key';
import type { Reading } from './reading';
import type { Row } from './tables';

/*
 * Readers for cells that check-cells has looked at already. Where a cell was refused they return something
 * empty: the plan is thrown away then, and nobody should hear of the same cell twice.
 */

/** yes or no; blank is no. */
export function yes<C extends string>(row: Row<C>, column: C): boolean {
  return readYesNo(row.text(column)) ?? false;
}

/** The name that a cell refers to, as its own sheet spells it; blank where there is none. */
export function one<C extends string>(reading: Reading, row: Row<C>, column: C, to: Noun): string {
  return reading.names[to].find(row.text(column)) ?? '';
}

/** The names that a comma-separated cell refers to, each once, in order. */
export function many<C extends string>(reading: Reading, row: Row<C>, column: C, to: Noun): string[] {
  const found = itemsOf(reading, to, row.text(column)).map((item) => reading.names[to].find(item));
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** The one of several words that a text means, whatever its capital letters. */
export function choose<const W extends string>(text: string, words: readonly W[]): W | undefined {
  return words.find((word) => nameKey(word) === nameKey(text));
}

/** The values that are not blank: a blank cell is a missing property, never an empty text. */
export function given<T extends Record<string, string | null | undefined>>(
  values: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
