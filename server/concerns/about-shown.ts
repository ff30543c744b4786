import type { ConcernBody } from '../../protocol/concern-body';
import type { Concern } from '../../protocol/concerns';
import type { StaffNames } from '../school/names';

/** Adults who work here whom a concern is about: staff by their names of today, others as described. Null: it is about none. */
export function showAbout(
  body: ConcernBody | null,
  staff: ReadonlyMap<string, StaffNames>,
): Concern['about'] {
  if (!body?.about) return null;
  const { staff: ids, described } = body.about;
  const known = ids.flatMap((id) => staff.get(id)?.name ?? []).map((name) => ({ name, described: false }));
  return described === undefined ? known : [...known, { name: described, described: true }];
}
