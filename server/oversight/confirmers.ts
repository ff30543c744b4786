import type { AdministrationRight } from '../../protocol/administration';
import type { SchoolAccess } from '../access/reach';

/** Who could decide a change of one person's: the other leads, else the others who hold that right. */
export interface Confirmers {
  readonly otherLeads: readonly string[];
  /** Everybody who could decide it; empty where nobody else can. */
  readonly all: readonly string[];
}

/** Works out who is the second person to a change (product.md section 6). Only people who can log in here count. */
export function confirmersOf(
  school: SchoolAccess,
  change: { madeBy: string; right: AdministrationRight },
): Confirmers {
  const others = school.staff.filter(
    (person) => person.id !== change.madeBy && !person.disabled && !person.offered && person.address !== null,
  );
  const leads = new Set(
    school.duty.filter(({ role }) => role === 'lead' || role === 'deputy').map(({ staffId }) => staffId),
  );
  const otherLeads = others.filter(({ id }) => leads.has(id)).map(({ id }) => id);
  if (otherLeads.length > 0) return { otherLeads, all: otherLeads };
  const holders = others.filter(({ groupId }) =>
    school.groups.get(groupId)?.administration.has(change.right),
  );
  return { otherLeads, all: holders.map(({ id }) => id) };
}
