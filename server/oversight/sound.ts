import { oversightRefusals } from '../../protocol/words/refusals/school';
import type { SchoolAccess } from '../access/reach';
import { problem } from '../http/problem';

/** Without these nobody could ever mend anything (set-up-spreadsheet.md: a school where nobody can administer). */
const KEEPING = ['staff', 'groups'] as const;

/**
 * Refuses a change after which nobody could administer the school, or no concern would be sure to reach anybody.
 * A school that was so before may still be mended step by step. @throws problem 'not-valid'
 */
export function mustStaySound(before: SchoolAccess, after: SchoolAccess): void {
  for (const right of KEEPING) {
    if (holders(before, right) > 0 && holders(after, right) === 0) {
      refuse(oversightRefusals.noAdministrator);
    }
  }
  if (leads(before) > 0 && leads(after) === 0) refuse(oversightRefusals.noLead);
  if (reached(before) && !reached(after)) {
    refuse(oversightRefusals.noFallback);
  }
}

function refuse(title: string): never {
  throw problem('not-valid', { field: 'changes', title });
}

function holders({ staff, groups }: SchoolAccess, right: string): number {
  return staff.filter(
    (person) => !person.disabled && person.address && groups.get(person.groupId)?.administration.has(right),
  ).length;
}

function leads({ duty, staff }: SchoolAccess): number {
  const present = new Set(staff.filter(({ disabled }) => !disabled).map(({ id }) => id));
  return duty.filter(({ role, staffId }) => (role === 'lead' || role === 'deputy') && present.has(staffId))
    .length;
}

function reached({ alertGroups, staff }: SchoolAccess): boolean {
  const present = new Set(staff.filter(({ disabled }) => !disabled).map(({ id }) => id));
  return [...alertGroups.values()].some(
    ({ fallback, members }) => fallback && members.some((id) => present.has(id)),
  );
}
