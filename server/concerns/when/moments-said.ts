import type { ConcernBody } from '../../../protocol/concern-body';
import type { CorrectedMoment } from '../../../protocol/concerns';
import type { Ground } from '../../ground';
import { openActionText } from '../action-text';
import { readStaffNames } from '../../school/names';
import { groupBy } from '../../storage/group-by';
import type { ConcernActionRow, ConcernRow } from '../../storage/rows/records';

type Said = ConcernBody['when'];
type Deed = Pick<
  ConcernActionRow,
  'id' | 'concern_id' | 'staff_id' | 'at' | 'text' | 'covers' | 'when_at' | 'when_about'
>;

/** Whether a deed says anew when a concern happened: it is said with the concern, and is no entry of a chronology by itself. */
export function isRedating(kind: string): boolean {
  return kind === 'redated';
}

/** When it happened as it stands: what its author said, or what a lead has corrected that to. */
export function standingMoment(
  said: Said,
  { happened_at, when_about }: Pick<ConcernRow, 'happened_at' | 'when_about'>,
): Said {
  if (when_about === null || happened_at === null) return said;
  return { kind: 'another-day', at: happened_at, about: when_about === 1 };
}

/**
 * What concerns said before of when they happened, oldest first, by the concern's id; only those that were corrected.
 * @param saidOf what the author of a concern said; undefined where nobody may read it here
 */
export async function showCorrections(
  ground: Ground,
  schoolId: string,
  ids: readonly string[],
  saidOf: (id: string) => Said | undefined,
): Promise<ReadonlyMap<string, CorrectedMoment[]>> {
  const { read } = ground.database;
  const deeds: Deed[] = await read('concern_actions')
    .where({ school_id: schoolId, kind: 'redated' })
    .whereIn('concern_id', ids)
    .orderBy(['at', 'id'])
    .select('id', 'concern_id', 'staff_id', 'at', 'text', 'covers', 'when_at', 'when_about');
  if (deeds.length === 0) return new Map();
  const staff = await readStaffNames(read, ground, schoolId, [
    ...new Set(deeds.flatMap(({ staff_id }) => staff_id ?? [])),
  ]);
  const byConcern = groupBy(
    deeds,
    (deed) => deed.concern_id,
    (deed) => deed,
  );
  return new Map(
    [...byConcern].flatMap(([concernId, all]): [string, CorrectedMoment[]][] => {
      const first = saidOf(concernId);
      if (!first) return [];
      let was = { at: first.at, about: first.about, moment: first.moment ?? null };
      const versions = all.map((deed): CorrectedMoment => {
        const { staff_id, at, when_at, when_about } = deed;
        const by = staff.get(staff_id ?? '')?.name ?? null;
        const version = { was, by, at, reason: openActionText(ground, schoolId, deed) ?? '' };
        was = { at: when_at ?? was.at, about: when_about === 1, moment: null };
        return version;
      });
      return [[concernId, versions]];
    }),
  );
}
