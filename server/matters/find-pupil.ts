import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { ClassRestrictions } from '../access/concern';
import type { PupilFacts } from '../access/pupil';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import type { PupilRow } from '../storage/rows/school';

/** A pupil whose page this person may open. */
export interface FoundPupil {
  readonly row: PupilRow;
  readonly facts: PupilFacts;
  readonly restrictions: ClassRestrictions;
}

/**
 * Finds a pupil and asks the policy. Hidden, absent and joined with another entry are the same answer.
 * @throws problem 'not-found'
 */
export async function findPupil(ground: Ground, viewer: StaffActor, id: string): Promise<FoundPupil> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const restrictions = await loadRestrictions(read, schoolId);
  const row = await read('pupils').where({ school_id: schoolId, id }).whereNull('joined_into').first();
  const known = (await loadPupilFacts(read, schoolId, [id])).get(id);
  if (!row || !known) throw problem('not-found');
  const facts = { ...known, schoolId };
  if (!can(viewer, 'pupil.read', { kind: 'guarded-pupil', pupil: facts, restrictions }))
    throw problem('not-found');
  return { row, facts, restrictions };
}

/** The same for somebody who keeps what stands on the page. @throws problem 'not-found' */
export async function findKept(ground: Ground, actor: StaffActor, id: string): Promise<FoundPupil> {
  const found = await findPupil(ground, actor, id);
  if (!mayKeep(actor, found)) throw problem('not-found');
  return found;
}

/** Whether this person may change what stands on the page besides the records. */
export function mayKeep(viewer: StaffActor, { facts, restrictions }: FoundPupil): boolean {
  return can(viewer, 'pupil.keep', { kind: 'guarded-pupil', pupil: facts, restrictions });
}
