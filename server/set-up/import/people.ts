import { uuidv7 } from '../../../protocol/identifiers';
import { ACCOUNTS } from '../../storage/key-ring';
import { cellsOf } from '../../storage/cells';
import type { PlannedStaffMember } from '../school-plan';
import { plannedOf, indexOf, type Importing } from './importing';
import type { ByName } from './named';
import { addLinks, syncTable } from './sync-table';

const CHAIR_GROUP = 'Chair of governors';

/** Accounts for every e-mail address: one person, whatever the number of schools. Answers ids by address. */
async function syncAccounts(importing: Importing, emails: readonly string[]): Promise<Map<string, string>> {
  const { trx, ground, at } = importing;
  const indexed = new Map(emails.map((email) => [ground.keys.blindIndex(ACCOUNTS, 'email', email), email]));
  const rows = await trx('accounts')
    .whereIn('email_index', [...indexed.keys()])
    .select('id', 'email_index');
  const known = new Map(rows.map((row) => [row.email_index, row.id]));
  const cells = cellsOf(ground.keys, ACCOUNTS, 'accounts');
  const fresh = [...indexed].flatMap(([index, email]) => {
    if (known.has(index)) return [];
    const id = uuidv7(ground.clock.now());
    known.set(index, id);
    return [{ id, email_index: index, ...cells.seal(id, { email }), created_at: at }];
  });
  if (fresh.length > 0) await trx('accounts').insert(fresh);
  return new Map([...indexed].map(([index, email]) => [email, plannedOf(known, index)]));
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
  const accounts = await syncAccounts(
    importing,
    people.flatMap((person) => person.email ?? []),
  );
  const match = (person: { email?: string; firstName?: string; lastName?: string }) =>
    person.email
      ? indexOf(importing, 'staff-email', person.email)
      : indexOf(importing, 'staff-name', `${person.firstName} ${person.lastName}`);
  const wanted = people.map((person) => ({
    match: match(person),
    clear: {
      group_id: group(person.userGroup),
      account_id: person.email ? plannedOf(accounts, person.email) : null,
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
