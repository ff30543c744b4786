import type { ReplyOf, QueryOf } from '../../protocol/endpoint';
import { MOST_MARKED, type InboxFilter, type listInbox } from '../../protocol/inbox';
import { call } from './call';

export type InboxView = QueryOf<typeof listInbox>['view'];
export type InboxPage = ReplyOf<typeof listInbox>;

/**
 * One page of the person's alerts, newest first.
 * @param filter what limits it
 * @param cursor of the page before; without one the newest
 * @throws CallFault
 */
export function readInbox(view: InboxView, filter: InboxFilter = {}, cursor?: string): Promise<InboxPage> {
  return call('listInbox', { query: { view, ...filter, ...(cursor === undefined ? {} : { cursor }) } });
}

/** "Mark as read". @throws CallFault */
export function markAlertRead(alertId: string): Promise<void> {
  return call('markRead', { params: { id: alertId } });
}

/** Takes it back; possible for 10 minutes (product.md, section 4). @throws CallFault */
export function undoAlertRead(alertId: string): Promise<void> {
  return call('undoRead', { params: { id: alertId } });
}

/** Several at once, or takes that back. @returns ids of those that were marked. @throws CallFault */
export async function markAlerts(alertIds: readonly string[], read: boolean): Promise<readonly string[]> {
  const marked: string[] = [];
  for (let at = 0; at < alertIds.length; at += MOST_MARKED) {
    const body = { alertIds: alertIds.slice(at, at + MOST_MARKED), read };
    marked.push(...(await call('markSeveral', { body })).marked);
  }
  return marked;
}
