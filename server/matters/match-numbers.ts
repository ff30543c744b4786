import type { matchNumbers as matching } from '../../protocol/documents';
import type { ReplyOf } from '../../protocol/endpoint';
import type { StaffActor } from '../access/actor';
import { mayKeepPupil } from '../access/pupil';
import type { Ground } from '../ground';
import { readPupilNames } from '../pupils/names';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { readNamed } from '../school/names';
import { cellsOf } from '../storage/cells';

type Matched = ReplyOf<typeof matching>['pupils'];

/**
 * Whose UPN or Pupil ID these are. A number that two pupils have is nobody's; leavers are found too, since their records
 * come in late. Hidden and absent are the same null.
 */
export async function matchNumbers(
  ground: Ground,
  viewer: StaffActor,
  numbers: readonly string[],
): Promise<Matched> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const byNumber = await pupilsByNumber(ground, schoolId);
  const ids = numbers.map((number) => {
    const found = byNumber.get(fold(number));
    return found?.size === 1 ? ([...found][0] ?? null) : null;
  });
  const restrictions = await loadRestrictions(read, schoolId);
  const facts = await loadPupilFacts(read, schoolId, [...new Set(ids.flatMap((id) => id ?? []))]);
  const kept = new Map(
    [...facts].filter(([, one]) => mayKeepPupil(viewer, { ...one, schoolId }, restrictions)),
  );
  const names = await readPupilNames(read, ground, schoolId, [...kept.keys()]);
  const classes = await readNamed(read, ground, schoolId, 'classes');
  return ids.map((id) => {
    const one = id === null ? undefined : kept.get(id);
    if (!one) return null;
    return {
      id: one.pupilId,
      name: names.get(one.pupilId) ?? '',
      className: classes.get(one.classId) ?? null,
    };
  });
}

async function pupilsByNumber(ground: Ground, schoolId: string): Promise<Map<string, Set<string>>> {
  const rows = await ground.database
    .read('pupils')
    .where({ school_id: schoolId })
    .whereNull('joined_into')
    .select('id', 'upn', 'pupil_ref');
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const all = new Map<string, Set<string>>();
  for (const row of rows)
    for (const column of ['upn', 'pupil_ref'] as const) {
      const number = cells.open(row.id, column, row[column]);
      if (number) all.set(fold(number), (all.get(fold(number)) ?? new Set()).add(row.id));
    }
  return all;
}

const fold = (number: string) => number.normalize('NFKC').replace(/\s/g, '').toLowerCase();
