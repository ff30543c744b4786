import { appendAudit, type AuditEntry } from '../audit/append';
import { listMemberships, type Membership } from '../staff/memberships';
import type { Transaction } from '../storage/database';

/** Whose keys changed: an account, and its person at the school where it was done. */
export type KeyOwner = Membership & { readonly accountId: string };

/**
 * Writes what changed in somebody's keys into the audit of each of their schools, since the keys open all of them; the
 * last statements of the command. Schools in the order of their ids, so that two commands never wait for each other
 * crosswise.
 * @param entryAt what one school is told; its person there is named by it
 */
export async function noteAtSchools(
  trx: Transaction,
  owner: KeyOwner,
  entryAt: (membership: Membership) => Omit<AuditEntry, 'schoolId'>,
): Promise<void> {
  const memberships = await listMemberships(trx, owner.accountId);
  // Whoever left just now is told of where it was done all the same.
  const known = memberships.some(({ schoolId }) => schoolId === owner.schoolId);
  const all: Membership[] = known ? memberships : [...memberships, owner];
  for (const one of all.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1)))
    await appendAudit(trx, { schoolId: one.schoolId, ...entryAt(one) });
}

/** Who did it, as one school may know them: a person of another school has no name there. */
export const nameAt = (doer: Membership, { schoolId }: Membership): string =>
  schoolId === doer.schoolId ? doer.staffId : 'server';
