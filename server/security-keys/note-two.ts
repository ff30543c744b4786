import { appendAudit } from '../audit/append';
import type { Transaction } from '../storage/database';
import { listMemberships } from '../staff/memberships';
import type { SecondPerson } from './second-person';

/**
 * Writes into the audit of each of the owner's schools what was done to their key at the shell: at the school of the
 * second person as their deed, with both names; a person of another school has no name elsewhere.
 */
export async function noteTwo(
  trx: Transaction,
  { accountId, keyId, at }: { accountId: string; keyId: string; at: string },
  second: SecondPerson,
  what: 'security-key.confirmed' | 'security-key.lost',
): Promise<void> {
  for (const { schoolId, staffId } of await listMemberships(trx, accountId)) {
    await appendAudit(trx, {
      schoolId,
      at,
      actor: schoolId === second.schoolId ? second.staffId : 'shell',
      what,
      object: `staff:${staffId}`,
      facts: { kind: 'shell', key: keyId },
    });
  }
}
