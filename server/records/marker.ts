import type { Marker } from '../../protocol/marker';
import { DAY } from '../clock';
import type { Ground } from '../ground';
import { readSettings } from '../school/settings';
import type { Reader } from '../storage/database';
import type { KnownConcern } from './load-facts';

/** From how many concerns about one pupil in how many days on the school wants them marked. */
export interface MarkerRule {
  readonly concerns: number;
  readonly days: number;
}

/** What the school has set; null: it marks nothing, as Heed comes. */
export async function readMarkerRule(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<MarkerRule | null> {
  const { numbers } = await readSettings(reader, ground, schoolId);
  return numbers.markConcerns === 0 ? null : { concerns: numbers.markConcerns, days: numbers.markDays };
}

/**
 * The marker of one pupil. Counted is by when something happened, else when it arrived; what still needs checking counts
 * when it has been accepted.
 * @param concerns about this pupil, of which whoever asks may read every one
 * @param now ms
 */
export function markerOf(
  rule: MarkerRule | null,
  concerns: readonly KnownConcern[],
  now: number,
): Marker | null {
  if (!rule) return null;
  const since = new Date(now - rule.days * DAY).toISOString();
  const recent = concerns.filter(
    ({ row }) => row.quarantine === null && (row.happened_at ?? row.received_at) >= since,
  );
  return recent.length < rule.concerns ? null : { concerns: recent.length, days: rule.days };
}
