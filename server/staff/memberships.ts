import { appendAudit, type AuditEntry } from '../audit/append';
import type { Reader, Transaction } from '../storage/database';

/** One account at one school. */
export interface Membership {
  readonly schoolId: string;
  readonly staffId: string;
}

/** The schools at which an account works now, in the one order in which their audits are written. */
export async function listMemberships(reader: Reader, accountId: string): Promise<Membership[]> {
  const rows = await reader('staff')
    .where({ account_id: accountId })
    .whereNull('disabled_at')
    .orderBy('school_id')
    .select('school_id', 'id');
  return rows.map((row) => ({ schoolId: row.school_id, staffId: row.id }));
}

/**
 * Whether this person works at this school by this account. Shares a lock with others who ask, so that leaving and a
 * change of the address, which end sessions, come wholly before or wholly after.
 */
export async function isMember(
  trx: Transaction,
  { accountId, schoolId, staffId }: Membership & { readonly accountId: string },
): Promise<boolean> {
  const row: unknown = await trx('staff')
    .where({ school_id: schoolId, id: staffId, account_id: accountId })
    .whereNull('disabled_at')
    .forShare()
    .first('id');
  return row !== undefined;
}

/**
 * The school that an account has belonged to longest of those where it works now, or null: it alone lets a late
 * security key count, so that a school which somebody joins later cannot open the records of the others with one.
 */
export async function homeOf(reader: Reader, accountId: string): Promise<Membership | null> {
  const row = await reader('staff')
    .where({ account_id: accountId })
    .whereNull('disabled_at')
    .orderByRaw('coalesce(joined_at, created_at)')
    .orderBy('id')
    .first('school_id', 'id');
  return row ? { schoolId: row.school_id, staffId: row.id } : null;
}

/** Whether any other school has this account on its staff, or had. */
export async function isOfAnotherSchool(
  reader: Reader,
  accountId: string,
  schoolId: string,
): Promise<boolean> {
  const row: unknown = await reader('staff')
    .where({ account_id: accountId })
    .whereNot({ school_id: schoolId })
    .first('id');
  return row !== undefined;
}

/** What was done to an account, as one school's chain has it. */
type Noted = Omit<AuditEntry, 'schoolId' | 'actor'>;

/**
 * Writes what a person did to their own account into the chain of each of their schools, as their deed there: password
 * and keys are one set for all of them. Ids and codes only, and no school is named to another.
 */
export async function noteAtEverySchool(
  trx: Transaction,
  accountId: string,
  note: (staffId: string) => Noted,
): Promise<void> {
  for (const { schoolId, staffId } of await listMemberships(trx, accountId))
    await appendAudit(trx, { ...note(staffId), schoolId, actor: staffId });
}
