import type { SchoolAccess } from '../../access/reach';
import { wideningOf } from '../../access/widening';
import { loadAccess, loadAccessAlone } from '../../oversight/load-access';
import { tellLeads } from '../../oversight/tell-leads';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';

/** Who reaches what before an import; null while no lead has logged in, when an import may change rights alone. */
export async function accessBefore(trx: Transaction, schoolId: string): Promise<SchoolAccess | null> {
  const school = await trx('schools').where({ id: schoolId }).first('first_lead_at');
  return school?.first_lead_at ? loadAccessAlone(trx, schoolId) : null;
}

/**
 * Mails the leads where an import let anybody read or be told more (access.md, "raising one's own rights"): whoever
 * holds the server's shell needs no second person, but does not go unseen. In the import's transaction.
 * @returns for the audit, `code:people` for each kind of gain; empty where nothing was widened
 */
export async function noteWidening(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  before: SchoolAccess | null,
): Promise<string[]> {
  if (!before) return [];
  const widening = wideningOf(before, await loadAccess(trx, schoolId));
  if (widening.length === 0) return [];
  await tellLeads(trx, ground, { schoolId, id: uuidv7(ground.clock.now()) }, 'imported');
  const people = new Map<string, Set<string>>();
  for (const { code, staff } of widening) people.set(code, new Set([...(people.get(code) ?? []), ...staff]));
  return [...people].map(([code, staff]) => `${code}:${String(staff.size)}`);
}
