import type { SchoolAccess } from '../access/reach';
import type { Ground } from '../ground';
import { queueMessages } from '../messages/queue';
import type { RightsChangeStep } from '../messages/templates/rights-change';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import type { ChangeStep } from '../school/apply-change';
import { openEmail } from '../staff/account-store';
import { mailStaff } from '../staff/mail-staff';
import type { AccountRow } from '../storage/rows/accounts';

/** Whom a change that nobody else can confirm is told to, beside the duty list. */
export type MainContact = Readonly<{ name: string; email: string }>;

/**
 * Tells of everybody whom a change takes off the duty list, or who leaves while they stand there: them, at the address
 * they had, and all others of the list. Nobody can put out of the way unseen whoever would confirm or refuse their
 * changes (access.md, "raising one's own rights"). In the transaction of the change.
 */
export async function tellStoodDown(
  step: ChangeStep,
  before: SchoolAccess,
  after: SchoolAccess,
): Promise<void> {
  const stands = standingOf(after);
  const gone = new Set([...standingOf(before)].filter((one) => !stands.has(one)).map(staffOf));
  if (gone.size === 0) return;
  const { trx, ground, schoolId, at } = step;
  const others = [...new Set([...standingOf(before), ...stands].map(staffOf))].filter((id) => !gone.has(id));
  await mailStaff(trx, ground, schoolId, others, (staffId) => ({
    template: 'rights-change',
    more: { step: 'duty' },
    once: `stood-down:${at}:${staffId}`,
  }));
  await mailGone(step, [...gone]);
}

/** Roles by person, `role staff`; lead and deputy are one. Leavers stand nowhere. */
function standingOf({ duty, staff }: SchoolAccess): Set<string> {
  const present = new Set(staff.filter(({ disabled }) => !disabled).map(({ id }) => id));
  return new Set(
    duty
      .filter(({ staffId }) => present.has(staffId))
      .map(({ role, staffId }) => `${role === 'deputy' ? 'lead' : role} ${staffId}`),
  );
}

const staffOf = (standing: string) => standing.split(' ')[1] ?? '';

/** Leavers too: a message of theirs would not go, so it is one to an address. */
async function mailGone(step: ChangeStep, staffIds: readonly string[]): Promise<void> {
  const { trx, ground, schoolId, at } = step;
  const rows = await trx('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereIn('staff.id', staffIds)
    .select<
      (Pick<AccountRow, 'id' | 'email'> & { staff_id: string })[]
    >('staff.id as staff_id', 'accounts.id', 'accounts.email');
  const names = await readStaffNames(trx, ground, schoolId, staffIds);
  for (const row of rows) {
    const person = { name: names.get(row.staff_id)?.name ?? '', email: openEmail(ground, row) };
    await mailAddress(step, person, 'stood-down', `stood-down:${at}:${row.staff_id}`);
  }
}

/** Tells whoever was the main contact until now. */
export async function tellOldContact(step: ChangeStep, was: MainContact): Promise<void> {
  const { details } = await readSchool(step.trx, step.ground, step.schoolId);
  if (details.mainContact.email.toLowerCase() === was.email.toLowerCase()) return;
  await mailAddress(step, was, 'main-contact', `main-contact:${step.at}`);
}

async function mailAddress(
  { trx, ground, schoolId }: { trx: ChangeStep['trx']; ground: Ground; schoolId: string },
  { name, email }: MainContact,
  step: RightsChangeStep,
  once: string,
): Promise<void> {
  const { name: schoolName } = await readSchool(trx, ground, schoolId);
  const content = { to: email, name, schoolName, step };
  await queueMessages(trx, ground, [
    { schoolId, channel: 'email', template: 'rights-change', staffId: null, content, once },
  ]);
}
