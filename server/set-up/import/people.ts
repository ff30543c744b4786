import { heedNames } from '../../../protocol/words/heed-names';
import { nobody, noteStanding, standingFor, type Standing } from '../../staff/offers/standing';
import type { StaffRow } from '../../storage/rows/school';
import type { PlannedStaffMember } from '../school-plan';
import { plannedOf, indexOf, type Importing } from './importing';
import type { ByName } from './named';
import { addLinks, syncTable } from './sync-table';

const CHAIR_GROUP = heedNames.chairGroup;

type Known = Pick<StaffRow, 'match_index' | 'account_id' | 'offer'>;

/**
 * How everybody of the sheet logs in, by address. Who is on the staff already stays as they are, and so does an offer
 * that was declined; for the others an account is made, or one of another school is asked to join.
 */
async function standings(
  importing: Importing,
  people: readonly PlannedStaffMember[],
): Promise<Map<string, Standing>> {
  const { trx, schoolId } = importing;
  const rows: Known[] = await trx('staff')
    .where({ school_id: schoolId })
    .select('match_index', 'account_id', 'offer');
  const known = new Map(rows.map((row) => [row.match_index, row]));
  const found = new Map<string, Standing>();
  for (const { email } of people) {
    if (!email || found.has(email)) continue;
    const row = known.get(indexOf(importing, 'staff-email', email));
    found.set(
      email,
      row ? { account_id: row.account_id, offer: row.offer } : await standingFor(importing, email),
    );
  }
  return found;
}

/** The chair of governors: an account in a built-in group with no right but its alerts (product.md section 4). */
function chairOf(importing: Importing): PlannedStaffMember[] {
  const { chair } = importing.plan.school;
  if (!chair?.email) return [];
  const words = (chair.name ?? CHAIR_GROUP).split(' ');
  const last = words.pop() ?? '';
  const first = words.join(' ');
  return [
    {
      firstName: first || last,
      lastName: words.length > 0 ? last : '',
      email: chair.email,
      ...(chair.phone ? { phone: chair.phone } : {}),
      jobTitle: CHAIR_GROUP,
      userGroup: CHAIR_GROUP,
      classes: [],
    },
  ];
}

/** Staff and their accounts; people without an e-mail address are known by their name. Answers ids by e-mail. */
export async function syncStaff(importing: Importing, group: ByName): Promise<ByName> {
  const { trx, ground, schoolId, plan, at } = importing;
  const people = [...plan.staff, ...chairOf(importing)];
  const accounts = await standings(importing, people);
  const match = (person: { email?: string; firstName?: string; lastName?: string }) =>
    person.email
      ? indexOf(importing, 'staff-email', person.email)
      : indexOf(importing, 'staff-name', `${person.firstName ?? ''} ${person.lastName ?? ''}`);
  const wanted = people.map((person) => ({
    match: match(person),
    clear: {
      group_id: group(person.userGroup),
      ...(person.email ? plannedOf(accounts, person.email) : nobody),
    },
    texts: {
      first_name: person.firstName,
      last_name: person.lastName,
      title: person.title ?? null,
      known_as: person.knownAs ?? null,
      email: person.email ?? null,
      phone: person.phone ?? null,
      job_title: person.jobTitle ?? null,
    },
  }));
  const table = { schoolId, table: 'staff', matchColumn: 'match_index', atFirst: { created_at: at } };
  const synced = await syncTable(trx, ground, table, wanted);
  importing.counts.staff = { added: synced.added, changed: synced.changed };
  for (const [email, standing] of accounts) {
    const staffId = plannedOf(synced.ids, match({ email }));
    if (synced.fresh.has(staffId)) await noteStanding(importing, staffId, standing, email);
  }
  return (email) => plannedOf(synced.ids, match({ email }));
}

/** Which classes each person teaches. */
export async function linkStaffClasses(importing: Importing, staff: ByName, classes: ByName): Promise<void> {
  const { plan, schoolId } = importing;
  const rows = plan.staff.flatMap(({ email, classes: names }) =>
    email
      ? names.map((name) => ({ school_id: schoolId, staff_id: staff(email), class_id: classes(name) }))
      : [],
  );
  const teachers = plan.classes.flatMap(({ name, teacherEmail }) =>
    teacherEmail ? [{ school_id: schoolId, staff_id: staff(teacherEmail), class_id: classes(name) }] : [],
  );
  await addLinks(importing.trx, 'staff_classes', ['staff_id', 'class_id'], [...rows, ...teachers]);
}

/** The group of the chair, made only where the school names a chair's e-mail address. */
export function chairGroups(importing: Importing): string[] {
  return importing.plan.school.chair?.email ? [CHAIR_GROUP] : [];
}

/** Lead, deputies in order, head and chair. */
export async function syncDutyList(importing: Importing, staff: ByName): Promise<void> {
  const { school } = importing.plan;
  const row = (role: string, email: string, position: number) => ({
    school_id: importing.schoolId,
    role,
    position,
    staff_id: staff(email),
  });
  const rows = [
    row('lead', school.leadEmail, 0),
    ...school.deputyEmails.map((email, position) => row('deputy', email, position)),
    row('head', school.headEmail, 0),
    ...(school.chair?.email ? [row('chair', school.chair.email, 0)] : []),
  ];
  await addLinks(importing.trx, 'duty_list', ['role', 'position'], rows, ['staff_id']);
}
