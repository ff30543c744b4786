import type { GainCode } from '../../protocol/changes/widening';
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
  return [...new Set(lost.flatMap(({ staff }) => staff))].sort();
}
