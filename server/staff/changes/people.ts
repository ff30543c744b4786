import type { StaffFacts } from '../../../protocol/changes/staff';
import { staffRefusals } from '../../../protocol/words/refusals/staff';
import { problem } from '../../http/problem';
import type { ChangeStep } from '../../school/apply-change';
import type { StaffRow } from '../../storage/rows/school';

/** A staff member who has not left. @throws problem 'not-found'; 'not-valid' for a leaver */
export async function needPresent(
  step: Pick<ChangeStep, 'trx' | 'schoolId'>,
  staffId: string,
): Promise<StaffRow> {
  const row = await needStaff(step, staffId);
  if (row.disabled_at !== null) throw problem('not-valid', { field: 'staffId', title: staffRefusals.left });
  return row;
}

/** A staff member of this school, leavers too. @throws problem 'not-found' */
export async function needStaff(
  { trx, schoolId }: Pick<ChangeStep, 'trx' | 'schoolId'>,
  staffId: string,
): Promise<StaffRow> {
  const row = await trx('staff').where({ school_id: schoolId, id: staffId }).first();
  if (!row) throw problem('not-found');
  return row;
}

/**
 * Under what an import finds this person again: the address, else the name. @throws problem 'not-valid' where somebody
 * else of this school has it
 */
export async function freeMatch(
  step: ChangeStep,
  person: { email: string | null; firstName: string; lastName: string },
  own: string | null,
): Promise<string> {
  const { trx, schoolId, ground } = step;
  const match = person.email
    ? ground.keys.blindIndex(schoolId, 'staff-email', person.email)
    : ground.keys.blindIndex(schoolId, 'staff-name', `${person.firstName} ${person.lastName}`);
  const taken = await trx('staff')
    .where({ school_id: schoolId, match_index: match })
    .first('id', 'disabled_at');
  if (!taken || taken.id === own) return match;
  const who = person.email ? 'e-mail address' : 'name';
  throw problem('not-valid', {
    field: person.email ? 'email' : 'lastName',
    title: taken.disabled_at ? staffRefusals.leaverHasIt(who) : staffRefusals.somebodyHasIt(who),
  });
}

/** The texts of a person as cells of their row. */
export function textsOf(facts: StaffFacts) {
  return {
    first_name: facts.firstName,
    last_name: facts.lastName,
    title: facts.title,
    known_as: facts.knownAs,
    phone: facts.phone,
    job_title: facts.jobTitle,
  };
}

/** Writes which classes somebody teaches. @throws problem 'not-found' for a class of another school */
export async function setClasses(
  { trx, schoolId }: ChangeStep,
  staffId: string,
  classes: readonly string[],
): Promise<void> {
  const wanted = [...new Set(classes)];
  const there = await trx('classes').where({ school_id: schoolId }).whereIn('id', wanted).pluck('id');
  if (there.length !== wanted.length) throw problem('not-found');
  await trx('staff_classes').where({ school_id: schoolId, staff_id: staffId }).delete();
  if (wanted.length === 0) return;
  await trx('staff_classes').insert(
    wanted.map((classId) => ({ school_id: schoolId, staff_id: staffId, class_id: classId })),
  );
}

/**
 * A group that people are put into by hand: any but the chair's, which Heed keeps. Whoever may view or administer has
 * to log in, so needs an address. @throws problem 'not-found' or 'not-valid'
 */
export async function mustSuit(
  { trx, schoolId }: ChangeStep,
  groupId: string,
  hasAddress: boolean,
): Promise<void> {
  const group = await trx('user_groups').where({ school_id: schoolId, id: groupId }).first();
  if (!group) throw problem('not-found');
  if (group.built_in !== null)
    throw problem('not-valid', { field: 'groupId', title: staffRefusals.groupKept });
  if (hasAddress) return;
  const views = await trx('permissions')
    .where({ school_id: schoolId, group_id: groupId })
    .where((where) => where.where('view_pupils', 1).orWhere('view_concerns', 1))
    .first('group_id');
  if (views || group.administration !== '')
    throw problem('not-valid', {
      field: 'email',
      title: staffRefusals.mustLogIn,
    });
}
