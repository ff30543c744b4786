import type { listDueActions } from '../../protocol/due-actions';
import type { ReplyOf } from '../../protocol/endpoint';
import { call } from './call';

export type DuePage = ReplyOf<typeof listDueActions>;

/** What is due for this person, and what waits for others. @throws CallFault */
export function readDueActions(): Promise<DuePage> {
  return call('listDueActions');
}

/** What was due is done, or answered. @throws CallFault */
export function finishDueAction(actionId: string): Promise<void> {
  return call('finishDueAction', { params: { id: actionId } });
}

/** Takes it back; possible for 10 minutes. @throws CallFault */
export function undoDueAction(actionId: string): Promise<void> {
  return call('undoDueAction', { params: { id: actionId } });
}
