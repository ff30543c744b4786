import type { FirstStep, FirstSteps } from '../../protocol/first-steps';
import type { SchoolAccess } from '../access/reach';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { loadAccess } from '../oversight/load-access';
import { readUnreached } from '../oversight/read-unreached';
import { readProgress, type Progress } from '../staff/read-progress';
import type { Reader } from '../storage/database';
import type { StaffRow } from '../storage/rows/school';

type Person = Pick<
  StaffRow,
  'id' | 'account_id' | 'disabled_at' | 'practised_at' | 'test_arrived_at' | 'steps_away_at'
> & { built_in: string | null };

/** Everything that the steps are derived from. */
interface School {
  readonly access: SchoolAccess;
  readonly progress: Progress;
  /** who has not left */
  readonly present: readonly Person[];
  readonly unrestricted: boolean;
}

/** How far the school is, out of its own data: nobody can tick a step that is not done. */
export async function readFirstSteps(ground: Ground, { schoolId, staffId }: StaffActor): Promise<FirstSteps> {
  const reader = ground.database.read;
  const [access, unreached, progress, people, school] = await Promise.all([
    loadAccess(reader, schoolId),
    readUnreached(ground, schoolId),
    readProgress(reader, schoolId, timeStamp(ground.clock)),
    readPeople(reader, schoolId),
    reader('schools').where({ id: schoolId }).first('unrestricted_at'),
  ]);
  const present = people.filter((person) => person.disabled_at === null);
  const unrestricted = (school?.unrestricted_at ?? null) !== null;
  const self = people.find(({ id }) => id === staffId);
  const known = { access, progress, present, unrestricted };
  return {
    steps: [
      step('key', self && hasKey(progress, self) ? 0 : 1),
      step('alert-groups', emptyGroups(known)),
      step('automatic-alerts', unreached.length),
      restrictionsStep(known),
      step('test', present.some((one) => progress.alerted.has(one.id) && one.test_arrived_at) ? 0 : 1),
      step('practice', present.some((one) => one.practised_at !== null) ? 0 : 1),
      step('share', present.filter((one) => isUninvited(progress, one)).length),
    ],
    away: (self?.steps_away_at ?? null) !== null,
    alerted: progress.alerted.has(staffId),
  };
}

function readPeople(reader: Reader, schoolId: string): Promise<Person[]> {
  return reader('staff')
    .join('user_groups as g', (on) => on.on('g.id', 'staff.group_id').andOn('g.school_id', 'staff.school_id'))
    .where('staff.school_id', schoolId)
    .select<Person[]>(
      'staff.id',
      'staff.account_id',
      'staff.disabled_at',
      'staff.practised_at',
      'staff.test_arrived_at',
      'staff.steps_away_at',
      'g.built_in',
    );
}

const step = (name: FirstStep, missing: number): FirstSteps['steps'][number] => ({
  step: name,
  state: missing === 0 ? 'done' : 'open',
  missing,
});

const hasKey = ({ keys }: Progress, { account_id: account }: Person): boolean =>
  account !== null && (keys.get(account) ?? []).includes('saved');

/** Groups in which nobody is who works here; a school without any group alerts nobody, which is one missing. */
function emptyGroups({ access, present }: School): number {
  const here = new Set(present.map(({ id }) => id));
  const groups = [...access.alertGroups.values()];
  const empty = groups.filter(({ members }) => ![...members].some((id) => here.has(id))).length;
  return groups.length === 0 ? 1 : empty;
}

/** Switched on, with somebody on every list; or said to be not needed. */
function restrictionsStep({ access, unrestricted }: School): FirstSteps['steps'][number] {
  const lists = [access.restrictions.classes, access.restrictions.years].filter((list) => list !== null);
  if (lists.length === 0)
    return unrestricted ? { step: 'restrictions', state: 'not-needed', missing: 0 } : step('restrictions', 1);
  const empty = lists.flatMap((list) =>
    [...list.values()].filter(({ everyone, groups, staff }) => !everyone && groups.size + staff.size === 0),
  );
  return step('restrictions', empty.length);
}

/** Has an address here, and was never told of Heed. Accounts of Heed's own groups, such as the chair, are no staff. */
function isUninvited({ logIns, invited }: Progress, { account_id: account, built_in }: Person): boolean {
  if (built_in !== null || account === null) return false;
  return !invited.has(account) && (logIns.get(account) ?? null) === null;
}
