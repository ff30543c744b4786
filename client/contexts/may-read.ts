import type { SessionState } from './session';

/**
 * Whether this session may show what was recorded: decided by the group, never by having a key (access.md, Actors).
 * A group that is higher-level reads only while elevated, and nobody while some of their rights have just ended.
 */
export function mayReadNow({ session, falling }: SessionState): boolean {
  return session !== null && !falling && (!session.higherLevel || session.elevatedUntil !== null);
}
