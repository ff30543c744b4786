import type { SchoolRules } from '../rules';
import type { Absences } from './read-absences';

/**
 * Whom to try in the place of somebody who is away, step by step; the first step that leaves anybody is told: their
 * cover, or the cover of that one who is away too; then the leads and the head, one at a time; then the fallback groups.
 * Nobody who is away. Pure.
 */
export function standInsOf(
  staffId: string,
  absences: Absences,
  school: Pick<SchoolRules, 'duty' | 'fallbackGroups' | 'members'>,
): string[][] {
  const cover = endOfChain(staffId, absences);
  const onDuty = school.duty
    .filter(({ role }) => role === 'lead' || role === 'deputy' || role === 'head')
    .map((one) => [one.staffId]);
  const fallback = school.fallbackGroups.flatMap((groupId) => school.members.get(groupId) ?? []);
  return [cover === null ? [] : [cover], ...onDuty, [...new Set(fallback)]].map((step) =>
    step.filter((one) => one !== staffId && !absences.has(one)),
  );
}

/** The first in the chain of covers who is here; null where it leads back to somebody who is away. */
function endOfChain(staffId: string, absences: Absences): string | null {
  const passed = new Set([staffId]);
  let at = absences.get(staffId)?.coverId ?? null;
  while (at !== null && absences.has(at)) {
    if (passed.has(at)) return null;
    passed.add(at);
    at = absences.get(at)?.coverId ?? null;
  }
  return at;
}
