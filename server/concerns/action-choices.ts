import type { ActionChoices } from '../../protocol/concern-actions';
import { matterText } from '../../protocol/words/matters';
import type { StaffActor } from '../access/actor';
import {
  seesAllPupils,
  seesPupil,
  type ClassRestrictions,
  type ConcernFacts,
  type ConcernPupilFacts,
} from '../access/concern';
import { maySeePupil } from '../access/pupil';
import type { Ground } from '../ground';
import { isCurrent, readVersions, standing } from '../matters/versions';
import { readContacts } from '../pupils/contacts';
import { readToday } from '../alerts/absence/read-absences';
import { readInOrder, readStaffNames } from '../school/names';
import { readCategories } from '../school/read-categories';
import { cellsOf } from '../storage/cells';
import { isDecided } from './decisions';
import { readTakers } from './held-concerns';
import { readTellable } from './alert-by-action';
import { readOwners } from './action-owners';
import { readPupilFiles } from './pupils-shown';
import type { GuardedConcern } from './read-concern';

/**
 * What somebody can choose who adds an action to a concern. Who does not decide about it is offered nobody but
 * themselves: what is due is theirs.
 */
export async function readChoices(
  ground: Ground,
  viewer: StaffActor,
  guarded: GuardedConcern,
  leads: boolean,
): Promise<ActionChoices> {
  const { read } = ground.database;
  const { schoolId, staffId } = viewer;
  const owners = leads ? await readOwners(read, ground, viewer, guarded.loaded.row.id) : [staffId];
  const names = await readStaffNames(read, ground, schoolId, owners);
  return {
    owners: owners.map((id) => ({ id, name: names.get(id)?.name ?? '', you: id === staffId })),
    alert: leads ? await readAlertable(ground, viewer, guarded) : { staff: [], groups: [] },
    agencies: leads ? await readInOrder(read, ground, schoolId, 'agencies') : [],
    takers: leads ? await readOtherTakers(ground, viewer, guarded) : [],
    categories: leads ? await readSortable(ground, viewer, guarded) : [],
    decided: await isDecided(read, schoolId, guarded.loaded.row.id),
    doNotContact: await readBarred(ground, viewer, guarded),
    courtOrders: await readCourtOrders(ground, viewer, guarded),
    today: await readToday(read, ground, schoolId),
  };
}

async function readAlertable(
  ground: Ground,
  viewer: StaffActor,
  { loaded: { row } }: GuardedConcern,
): Promise<ActionChoices['alert']> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const { staff, members } = await readTellable(read, ground, viewer, row.id);
  const names = await readStaffNames(read, ground, schoolId, [...staff]);
  const groups = await readInOrder(read, ground, schoolId, 'alert_groups');
  return {
    staff: [...staff]
      .map((id) => ({ id, name: names.get(id)?.name ?? '' }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    groups: groups.filter(({ id }) => (members.get(id) ?? []).length > 0),
  };
}

/** What is about a member of staff goes its own way, and is sorted into nothing. */
async function readSortable(
  ground: Ground,
  { schoolId, group }: StaffActor,
  { loaded: { facts } }: GuardedConcern,
): Promise<ActionChoices['categories']> {
  if (facts.keptBy !== null) return [];
  const has = new Set(facts.categories.map(({ id }) => id));
  return (await readCategories(ground, schoolId))
    .filter(({ mergedInto, disabled }) => mergedInto === null && !disabled)
    .filter(({ id }) => group.rights.get(id)?.viewConcerns === true)
    .map(({ id, name, parentId }) => ({ id, name, within: parentId, chosen: has.has(id) }));
}

async function readOtherTakers(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  { loaded: { row } }: GuardedConcern,
): Promise<ActionChoices['takers']> {
  const { read } = ground.database;
  // What somebody else has may be taken over: "Give to…" oneself.
  const not = row.taken_by === null ? staffId : null;
  const takers = await readTakers(read, ground, schoolId, { not, ids: [row.id] });
  const ids = [...takers].flatMap(([id, may]) => (may.has(row.id) && id !== row.taken_by ? [id] : []));
  const names = await readStaffNames(read, ground, schoolId, ids);
  return ids.map((id) => ({ id, name: names.get(id)?.name ?? '', you: id === staffId }));
}

/** Contacts marked *do not contact*, by name alone, of those pupils whom this person sees. */
async function readBarred(
  ground: Ground,
  viewer: StaffActor,
  { loaded: { facts }, restrictions }: GuardedConcern,
): Promise<ActionChoices['doNotContact']> {
  const { read } = ground.database;
  const ids = seenPupils(viewer, facts, restrictions).map(({ pupilId }) => pupilId);
  const files = await readPupilFiles(read, ground, viewer.schoolId, ids);
  const rows = await read('pupils')
    .where({ school_id: viewer.schoolId })
    .whereIn('id', ids)
    .select('id', 'contacts', 'contact_flags');
  const cells = cellsOf(ground.keys, viewer.schoolId, 'pupils');
  return rows.flatMap(({ id, contacts, contact_flags }) =>
    readContacts(cells.open(id, 'contacts', contacts), cells.open(id, 'contact_flags', contact_flags))
      .filter(({ doNotContact }) => doNotContact)
      .map(({ name, relationship }) => ({
        pupil: files.get(id)?.name ?? '',
        contact: name ?? relationship ?? '',
      })),
  );
}

/**
 * Orders of a court that are in force about those pupils whom this person sees. That there is one is said to everybody who
 * may contact a home; what it says only to those who may open the pupil's page with full access.
 */
async function readCourtOrders(
  ground: Ground,
  viewer: StaffActor,
  { loaded: { facts }, restrictions }: GuardedConcern,
): Promise<ActionChoices['courtOrders']> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const seen = seenPupils(viewer, facts, restrictions);
  const ids = seen.map(({ pupilId }) => pupilId);
  const versions = await readVersions(read, ground, schoolId, ids);
  if (versions.length === 0) return [];
  const today = await readToday(read, ground, schoolId);
  const files = await readPupilFiles(read, ground, schoolId, ids);
  const reads = (pupilId: string) =>
    viewer.elevated &&
    seen.some((one) => one.pupilId === pupilId && maySeePupil(viewer, { ...one, schoolId }, restrictions));
  return standing(versions).flatMap((one) => {
    const { kind, ...said } = one.stored;
    if (kind !== 'court-order' || !isCurrent(one, today)) return [];
    const text = reads(one.pupilId) ? matterText({ ...said, kind }) : null;
    return [{ pupil: files.get(one.pupilId)?.name ?? '', text }];
  });
}

/** Pupils of a concern whom this person sees. */
function seenPupils(
  viewer: StaffActor,
  facts: ConcernFacts,
  restrictions: ClassRestrictions,
): readonly ConcernPupilFacts[] {
  const all = seesAllPupils(viewer, facts);
  return facts.pupils.filter((pupil) => all || seesPupil(viewer, pupil, restrictions));
}
