import type { Session } from '../../../protocol/accounts';
import type { AdministrationRight } from '../../../protocol/administration';

/** What a person meets at a page of the administration. */
export type AdminGate = 'show' | 'elevate' | 'add-key' | 'hidden';

/**
 * Reachable only while elevated and with the named right. Who holds no part of administration is told that nothing is
 * there; who does and is not elevated gets the missing step (access.md, Actors).
 * @param right null: any part of administration, or a lead who confirms others' changes
 */
export function adminGate(session: Session, right: AdministrationRight | null): AdminGate {
  if (!session.administrator && !(session.lead && right === null)) return 'hidden';
  if (session.elevatedUntil === null) return session.keyHolder ? 'elevate' : 'add-key';
  const needed = right === null ? 'change.decide' : `administer.${right}`;
  return session.may.includes(needed) ? 'show' : 'hidden';
}
