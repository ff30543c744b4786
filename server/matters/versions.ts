import * as v from 'valibot';
import { matterDeeds, matterDetails, matterKinds, type MatterDeed } from '../../protocol/pupil-matters';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import { reviewColumns } from './review-columns';

/** What a version's cell holds: beside the kinds of the page also a contact whom nobody may ring. */
const storedSchema = v.object({
  ...matterDetails.entries,
  kind: v.picklist([...matterKinds, 'contact']),
  deed: v.picklist(matterDeeds),
  /** The day that it is about, where that is not the day on which it was written down. */
  on: v.nullable(v.string()),
});
export type StoredMatter = v.InferOutput<typeof storedSchema>;

/** One version, opened. */
export interface MatterVersion {
  readonly id: string;
  readonly matterId: string;
  readonly pupilId: string;
  readonly otherId: string | null;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly stored: StoredMatter;
}

/** Every version that stands about these pupils, links from others to them too, in the order in which they were written. */
export async function readVersions(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<MatterVersion[]> {
  const rows = await reader('pupil_matters')
    .where({ school_id: schoolId })
    .where((either) => either.whereIn('pupil_id', pupilIds).orWhereIn('other_id', pupilIds))
    .orderBy(['at', 'id']);
  const cells = cellsOf(ground.keys, schoolId, 'pupil_matters');
  return rows.map((row) => ({
    id: row.id,
    matterId: row.matter_id,
    pupilId: row.pupil_id,
    otherId: row.other_id,
    by: row.staff_id,
    at: row.at,
    stored: v.parse(storedSchema, JSON.parse(cells.need(row.id, 'details', row.details))),
  }));
}

/** What is said of it, without what was done with it. */
export function detailsOf<Kind extends string>(
  { name, start, review, end, authority, worker, phone, note }: StoredMatter,
  kind: Kind,
) {
  return { kind, name, start, review, end, authority, worker, phone, note };
}

/** The newest version of each, without those that were entered by mistake. */
export function standing(versions: readonly MatterVersion[]): MatterVersion[] {
  const newest = new Map(versions.map((one) => [one.matterId, one]));
  return [...newest.values()].filter(({ stored }) => stored.deed !== 'removed' && stored.kind !== 'contact');
}

/** Whether it has not ended. @param today yyyy-mm-dd on the school's wall */
export function isCurrent({ stored: { end } }: MatterVersion, today: string): boolean {
  return end === null || end >= today;
}

export async function insertVersion(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  version: MatterVersion,
): Promise<void> {
  const { end, review, deed } = version.stored;
  const details = JSON.stringify(version.stored);
  // Only what stands now is looked at again.
  const earlier = { school_id: schoolId, matter_id: version.matterId };
  const before = await trx('pupil_matters')
    .where(earlier)
    .whereNotNull('review_day')
    .first('review_day', 'overdue_at');
  await trx('pupil_matters').where(earlier).update({ review_day: null, overdue_at: null });
  const day = deed === 'removed' || (end !== null && review !== null && end < review) ? null : review;
  await trx('pupil_matters').insert({
    school_id: schoolId,
    id: version.id,
    matter_id: version.matterId,
    pupil_id: version.pupilId,
    other_id: version.otherId,
    staff_id: version.by,
    at: version.at,
    ...cellsOf(ground.keys, schoolId, 'pupil_matters').seal(version.id, { details }),
    ...(await reviewColumns(trx, ground, schoolId, day, before)),
  });
}

/** What was done with it, told from what stood before. */
export function deedOf(
  before: StoredMatter | null,
  now: { end: string | null; removed: boolean },
): MatterDeed {
  if (now.removed) return 'removed';
  if (before === null) return 'began';
  return before.end === null && now.end !== null ? 'ended' : 'changed';
}
