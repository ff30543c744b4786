import type { ConcernBody } from '../../protocol/concern-body';
import type { QuarantineReason } from '../../protocol/concerns';
import { currentCategories } from '../school/merged-categories';
import type { Reader } from '../storage/database';
import type { UnjudgedRow } from './judging';

/** A device that was revoked, a category that went nowhere: recorded all the same, for a lead to look at. */
export async function doubtCircumstances(
  reader: Reader,
  row: UnjudgedRow,
  body: ConcernBody | null,
): Promise<QuarantineReason | null> {
  const { school_id } = row;
  const delivering = reader('delivery_keys')
    .where({ school_id, id: row.delivery_key_id })
    .select('device_id');
  const revoked: unknown = await reader('devices')
    .where({ school_id })
    .whereNotNull('revoked_at')
    .where((either) => either.where({ id: row.device_id }).orWhereIn('id', delivering))
    .first('id');
  if (revoked) return 'device-revoked';
  const wanted = await currentCategories(reader, school_id, body?.categories ?? []);
  if (wanted.length === 0) return null;
  const there = await reader('categories')
    .where({ school_id })
    .whereIn('id', wanted)
    .whereNull('disabled_at')
    .pluck('id');
  return there.length === wanted.length ? null : 'category-gone';
}
