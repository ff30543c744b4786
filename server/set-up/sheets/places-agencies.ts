import { Names } from '../names';
import type { Reading } from '../reading';

/** The optional sheet Places, each place once. */
export function planPlaces({ tables }: Reading): string[] {
  return eachOnce(tables.Places.rows.map((row) => row.text('Place')));
}

/** The optional sheet Agencies, each agency once. */
export function planAgencies({ tables }: Reading): string[] {
  return eachOnce(tables.Agencies.rows.map((row) => row.text('Agency')));
}

function eachOnce(texts: readonly string[]): string[] {
  const names = new Names();
  for (const text of texts) names.add(text, 0);
  return names.all();
}
