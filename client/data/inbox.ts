import type { ReplyOf, QueryOf } from '../../protocol/endpoint';
import type { listInbox } from '../../protocol/inbox';
import { call } from './call';

export type InboxView = QueryOf<typeof listInbox>['view'];
export type InboxPage = ReplyOf<typeof listInbox>;

/**
 * One page of the person's alerts, newest first.
 * @param before only alerts older than this moment (UTC)
 * @throws CallFault
 */
export function readInbox(view: InboxView, before?: string): Promise<InboxPage> {
  return call('listInbox', { query: before === undefined ? { view } : { view, before } });
}

/** "Mark as read". @throws CallFault */
export function markAlertRead(alertId: string): Promise<void> {
  return call('markRead', { params: { id: alertId } });
}

/** Takes it back; possible for 10 minutes (product.md, section 4). @throws CallFault */
export function undoAlertRead(alertId: string): Promise<void> {
  return call('undoRead', { params: { id: alertId } });
}
