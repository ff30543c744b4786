import type { Matching } from '../../../protocol/changes/upload';
import type { UploadPreview } from '../../../protocol/pupil-upload';
import { nameKey } from '../../sheets/name-key';
import type { KnownRoll } from './load-roll';
import type { ExportSheet } from './read-export';
import { LONGEST, placesOf } from './read-rows';

type Missing = UploadPreview['missingClasses'][number];

/**
 * Classes that the export names and the school does not have, in the export's order: they can be added from the
 * preview. One that was closed here is left out, since it is opened again under Classes.
 */
export function missingClasses(sheet: ExportSheet, matching: Matching, roll: KnownRoll): Missing[] {
  const known = new Set([...roll.names.values()].map(nameKey));
  const { yearOf } = placesOf(roll);
  const found = new Map<string, { name: string; years: (string | null)[] }>();
  const column = (heading = '') => sheet.headings.get(heading) ?? '';
  for (const { cells } of sheet.rows) {
    const name = cells.get(column(matching.class)) ?? '';
    if (name === '' || name.length > LONGEST || known.has(nameKey(name))) continue;
    const year = cells.get(column(matching.yearGroup));
    const one = found.get(nameKey(name)) ?? { name, years: [] };
    one.years.push(year === undefined ? null : yearOf(year));
    found.set(nameKey(name), one);
  }
  return [...found.values()].map(({ name, years }) => ({
    name,
    pupils: years.length,
    yearGroupId: mostFrequent(years),
  }));
}

function mostFrequent(years: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
