import type { PendingChange, WaitingKey } from '../../../../protocol/changes/endpoints';
import { call } from '../../../data/call';
import type { StaffLists } from './standing';

/** The staff list, and what waits for a second person. */
export interface LoadedStaff extends StaffLists {
  readonly pending: readonly PendingChange[];
  /** Late first security keys that wait for somebody's confirmation. */
  readonly waitingKeys: readonly WaitingKey[];
}

/** Asks for both at once. @throws CallFault */
export async function loadStaff(): Promise<LoadedStaff> {
  const [lists, { pending, keys }] = await Promise.all([call('listStaff'), call('listPendingChanges')]);
  return { ...lists, pending, waitingKeys: keys };
}

/** Staff about whom a change of their own waits. */
export function waitingFor(pending: readonly PendingChange[]): ReadonlySet<string> {
  return new Set(
    pending.flatMap(({ change }) =>
      change.kind.startsWith('staff.') && 'staffId' in change ? [change.staffId] : [],
    ),
  );
}
