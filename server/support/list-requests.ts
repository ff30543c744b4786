import type { SupportRequest } from '../../protocol/support';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

/** What names the mail of a request for ever. */
export const onceOf = (reference: string): string => `support:${reference}`;

/** One's own requests, the newest first. */
export async function listRequests(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<SupportRequest[]> {
  const { read } = ground.database;
  const rows = await read('support_requests')
    .where({ school_id: schoolId, staff_id: staffId })
    .orderBy('created_at', 'desc');
  const mails = await read('messages')
    .where({ school_id: schoolId })
    .whereIn(
      'once',
      rows.map(({ reference }) => onceOf(reference)),
    )
    .select('once', 'state');
  const stateOf = new Map(mails.map(({ once, state }) => [once, state]));
  const cells = cellsOf(ground.keys, schoolId, 'support_requests');
  return rows.map(({ id, reference, way, text, created_at: at }) => ({
    id,
    reference,
    at,
    text: cells.need(id, 'text', text),
    // A mail that was let go since was sent long ago.
    state: way === 'file' ? 'file' : (stateOf.get(onceOf(reference)) ?? 'sent'),
  }));
}
