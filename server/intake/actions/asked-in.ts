import type { NewAction } from '../../../protocol/concern-actions';
import type { Payload } from '../../../protocol/payload';

/** What the request of an action said that also waited on a device: it may have come before it, or come after. */
export function askedIn({ actionId, kind, text, ...given }: Payload<'action'>['body']): NewAction {
  const { happenedAt = null, agencyId = null, due = null, alert = { staff: [], groups: [] } } = given;
  return { actionId, kind, text: text.trim(), happenedAt, agencyId, due, alert, files: [] };
}
