import type * as v from 'valibot';
import type { ownSessionSchema } from '../../protocol/accounts';
import type { SessionRow } from '../storage/rows/accounts';

/** The list of one's own sessions, as it leaves the server. @param here id of the session that asks */
export function presentOwnSessions(
  rows: readonly SessionRow[],
  here: string,
): v.InferOutput<typeof ownSessionSchema>[] {
  return rows.map((row) => ({
    id: row.id,
    here: row.id === here,
    browser: row.browser,
    begun: row.created_at,
    lastActive: row.active_at,
  }));
}
