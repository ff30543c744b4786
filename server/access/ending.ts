import type { GainCode } from '../../protocol/changes/widening';
import type { DutyRole } from './actor';
import type { SchoolAccess } from './reach';
import { wideningOf } from './widening';

/** Being told of what comes opens nothing that is recorded already; who is told no longer keeps what they were alerted to. */
const OF_WHAT_COMES: ReadonlySet<GainCode> = new Set<GainCode>(['told', 'alert-group', 'fallback']);

/**
 * Everybody who could read something before a change and not after it, by staff id: whoever would gain by taking it back.
 * Found as {@link wideningOf} finds it, so that no change can be forgotten. Pure.
 */
export function whoLoses(before: SchoolAccess, after: SchoolAccess): string[] {
  const lost = wideningOf(after, before).filter(({ code }) => !OF_WHAT_COMES.has(code));
  return [...new Set([...lost.flatMap(({ staff }) => staff), ...standInsRelieved(before, after)])].sort();
}

/**
 * Head and chair look into records with a doubt as long as nobody before them may (access/quarantine.ts). Where somebody
 * before them has come, or is no longer close to a pupil, they may have such a record open that is not theirs any more.
 */
function standInsRelieved(before: SchoolAccess, after: SchoolAccess): string[] {
  const there = new Set(checkersOf(before, ['lead', 'deputy', 'head']));
  const checkers = checkersOf(after, ['lead', 'deputy', 'head']);
  const freed = [...before.connected].filter((pair) => !after.connected.has(pair));
  const came = checkers.some(
    (staffId) => !there.has(staffId) || freed.some((pair) => pair.endsWith(` ${staffId}`)),
  );
  return came ? checkersOf(before, ['head', 'chair']) : [];
}

/** Whoever holds one of these roles, and is there. */
function checkersOf({ duty, staff }: SchoolAccess, roles: readonly DutyRole[]): string[] {
  const present = new Set(staff.filter((one) => !one.disabled && !one.offered).map(({ id }) => id));
  return duty.flatMap(({ role, staffId }) => (roles.includes(role) && present.has(staffId) ? staffId : []));
}
