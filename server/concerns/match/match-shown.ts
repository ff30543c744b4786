import { matchKinds, quietKinds } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import type { StaffActor } from '../../access/actor';
import { mayNamePupil, type ClassRestrictions } from '../../access/concern';
import type { Ground } from '../../ground';
import { currentPupils } from '../../pupils/joined-pupils';
import { loadPupilFacts } from '../../records/load-facts';
import type { ConcernActionRow } from '../../storage/rows/records';
import { readPupilFiles } from '../pupils-shown';

/** Whether a line of the history says whose a record was: it stands nowhere but there, and for leads alone. */
export function isMatch(kind: string): boolean {
  return matchKinds.some((one) => one === kind);
}

/** Whether a line of the history is for leads alone, and no entry of a chronology. */
export function isQuiet(kind: string): boolean {
  return quietKinds.some((one) => one === kind);
}

type MatchRow = Pick<ConcernActionRow, 'id' | 'kind' | 'was_pupil_id' | 'now_pupil_id'>;
type Match = NonNullable<Concern['history'][number]['match']>;

/** What a lead is told of one correction. */
export interface ShownMatch {
  readonly match: Match;
  /** They see both pupils, so they may read why: a reason names them. */
  readonly whole: boolean;
}

/**
 * Under whom the children of a record stood, by the ids of the deeds. A lead who is close to one of them finds no trace
 * of it (access.md, connected staff); a pupil outside their classes is "another pupil".
 */
export async function showMatches(
  ground: Ground,
  viewer: StaffActor,
  rows: readonly MatchRow[],
  restrictions: ClassRestrictions,
): Promise<Map<string, ShownMatch>> {
  const matches = rows.filter(({ kind }) => isMatch(kind));
  const named = matches.flatMap((row) => [row.was_pupil_id ?? [], row.now_pupil_id ?? []].flat());
  if (named.length === 0) return new Map();
  const { read } = ground.database;
  const { schoolId } = viewer;
  const current = await currentPupils(read, schoolId, [...new Set(named)]);
  const ids = [...new Set(current.values())];
  const [facts, files] = [
    await loadPupilFacts(read, schoolId, ids),
    await readPupilFiles(read, ground, schoolId, ids),
  ];
  const of = (id: string | null) => (id === null ? undefined : facts.get(current.get(id) ?? ''));
  return new Map(
    matches.flatMap(({ id, was_pupil_id, now_pupil_id }): [string, ShownMatch][] => {
      const both = [of(was_pupil_id), of(now_pupil_id)];
      if (both.some((pupil) => pupil?.connectedStaff.has(viewer.staffId))) return [];
      const seen = both.map((pupil) => pupil && mayNamePupil(viewer, pupil, restrictions));
      const [was = null, now = null] = both.map((pupil, at) =>
        pupil && seen[at] ? (files.get(pupil.pupilId)?.name ?? null) : null,
      );
      return [[id, { match: { was, now }, whole: !seen.includes(false) }]];
    }),
  );
}
