import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { pushFaults, type PushFault } from '../../protocol/notifications';
import { cellsOf } from '../storage/cells';
import type { Reader, Transaction } from '../storage/database';
import type { KeyRing } from '../storage/key-ring';
import type { PushSubscriptionRow } from '../storage/rows/records';

/** What a browser gave for one subscription. */
export interface GivenSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly name: string;
}

/** Whose it is and since when. */
export interface Holder {
  readonly schoolId: string;
  readonly staffId: string;
  readonly sessionId: string;
  readonly at: string;
}

/** First 16 hexadecimal characters of the endpoint's SHA-256: lets a page find its own subscription in a list. */
export function markOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('hex').slice(0, 16);
}

/** The subscription of this endpoint, whoever holds it. */
export async function findByEndpoint(
  reader: Reader,
  keys: KeyRing,
  schoolId: string,
  endpoint: string,
): Promise<PushSubscriptionRow | null> {
  const index = endpointIndex(keys, schoolId, endpoint);
  const row = await reader('push_subscriptions')
    .where({ school_id: schoolId, endpoint_index: index })
    .first();
  return row ?? null;
}

/** Writes a subscription that its holder has from now on: a new row, or the same one under another person. */
export async function saveSubscription(
  trx: Transaction,
  keys: KeyRing,
  id: string,
  holder: Holder,
  given: GivenSubscription,
): Promise<void> {
  const { schoolId } = holder;
  const row = {
    school_id: schoolId,
    id,
    staff_id: holder.staffId,
    session_id: holder.sessionId,
    endpoint_index: endpointIndex(keys, schoolId, given.endpoint),
    mark: markOf(given.endpoint),
    ...cellsOf(keys, schoolId, 'push_subscriptions').seal(id, { ...given }),
    created_at: holder.at,
    success_at: null,
    gone_at: null,
    failing_at: null,
    fault: null,
  };
  await trx('push_subscriptions').insert(row).onConflict(['school_id', 'id']).merge();
}

// An address is compared as it stands: its path tells upper from lower case, and a blind index does not.
function endpointIndex(keys: KeyRing, schoolId: string, endpoint: string): string {
  const exact = createHash('sha256').update(endpoint).digest('hex');
  return keys.blindIndex(schoolId, 'push-endpoint', exact);
}

export interface OwnDevice {
  readonly id: string;
  readonly name: string;
  readonly added: string;
  readonly lastSuccess: string | null;
  readonly gone: boolean;
  readonly failing: { readonly since: string; readonly why: PushFault } | null;
  readonly mark: string;
}

/** A person's devices, also those that gave their subscription up, but none that they signed out of. */
export async function listOwnDevices(
  reader: Reader,
  keys: KeyRing,
  schoolId: string,
  staffId: string,
): Promise<OwnDevice[]> {
  const rows = await reader('push_subscriptions')
    .join('sessions', 'sessions.id', 'push_subscriptions.session_id')
    .where('push_subscriptions.school_id', schoolId)
    .where('push_subscriptions.staff_id', staffId)
    .whereNull('sessions.ended_at')
    .orderBy('push_subscriptions.created_at')
    .select<PushSubscriptionRow[]>('push_subscriptions.*');
  const cells = cellsOf(keys, schoolId, 'push_subscriptions');
  return rows.map((row) => ({
    id: row.id,
    name: cells.open(row.id, 'name', row.name) ?? '',
    added: row.created_at,
    lastSuccess: row.success_at,
    gone: row.gone_at !== null,
    failing: failingOf(row),
    mark: row.mark,
  }));
}

/** One that was given up before it was noted why says so all the same. */
function failingOf({ failing_at, gone_at, fault }: PushSubscriptionRow): OwnDevice['failing'] {
  const since = failing_at ?? gone_at;
  if (since === null) return null;
  const why = v.is(v.picklist(pushFaults), fault) ? fault : 'gone';
  return { since, why: gone_at === null ? why : 'gone' };
}
