import type { StaffActor } from '../../access/actor';
import { openWholeBody } from '../../concerns/body';
import type { Ground } from '../../ground';
import { loadConcerns, type LoadedConcern } from '../../records/load-facts';
import { describedIn, type Described } from './described';

/** The children of these records as their authors described them, to find their names in the texts; no word of it is printed. */
export async function readDescribed(
  ground: Ground,
  viewer: StaffActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Described[]>> {
  const loaded = await loadConcerns(ground.database.read, ground, viewer, ids);
  return new Map([...loaded].map(([id, one]) => [id, describedOf(ground, viewer.schoolId, one)]));
}

/** The same of one. What a lead has covered of a description is looked for too. */
export function describedOf(
  ground: Ground,
  schoolId: string,
  { row, pupilAt }: Pick<LoadedConcern, 'row' | 'pupilAt'>,
): Described[] {
  const body = openWholeBody(ground, schoolId, row);
  return body ? describedIn(row.id, body, pupilAt) : [];
}
