import type { SessionState } from './session';

/**
 * Whether this session may show what was recorded: decided by the group, never by having a key (access.md, Actors).
 * A group that is higher-level reads only while elevated.
 */
export function mayReadNow({ session }: SessionState): boolean {
  return session !== null && (!session.higherLevel || session.elevatedUntil !== null);
}
