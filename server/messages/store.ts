import * as v from 'valibot';
import { pushFaults } from '../../protocol/notifications';
import type { Reader, Transaction } from '../storage/database';
import type { MessageRow } from '../storage/rows/records';
import type { Fault } from './outcome';

export type Channel = MessageRow['channel'];

function due(reader: Reader, channel: Channel, now: string) {
  return reader('messages')
    .where({ channel, state: 'queued' })
    .where('next_try_at', '<=', now)
    .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<=', now));
}

/** Whether anything of this channel waits to be sent now; asked of the readers, so that an idle worker never writes. */
export async function isAnyDue(reader: Reader, channel: Channel, now: string): Promise<boolean> {
  return (await due(reader, channel, now).first('id')) !== undefined;
}

/**
 * Takes up to `most` due messages until `leaseUntil`, urgent alerts first; `attempts` counts the one about to be made. On PostgreSQL rows that another process
 * holds are skipped; on SQLite there is one writer.
 */
export async function claimDue(
  trx: Transaction,
  given: { channel: Channel; now: string; leaseUntil: string; most: number; postgres: boolean },
): Promise<MessageRow[]> {
  const query = due(trx, given.channel, given.now)
    .orderByRaw(
      "case when template in ('urgent-alert', 'urgent-waiting') then 0 when template in ('alert', 'waiting') then 1 else 2 end",
    )
    .orderBy('next_try_at')
    .limit(given.most);
  const rows = await (given.postgres ? query.forUpdate().skipLocked() : query);
  if (rows.length === 0) return [];
  await trx('messages')
    .whereIn('school_id', [...new Set(rows.map((row) => row.school_id))])
    .whereIn(
      'id',
      rows.map((row) => row.id),
    )
    .update({ lease_until: given.leaseUntil })
    .increment('attempts', 1);
  return rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
}

type Key = Pick<MessageRow, 'school_id' | 'id'>;
const one = (trx: Transaction, { school_id, id }: Key) => trx('messages').where({ school_id, id });

export async function markSent(trx: Transaction, row: MessageRow, at: string): Promise<void> {
  await one(trx, row).update({ state: 'sent', sent_at: at, lease_until: null, fault: null });
  if (row.subscription_id === null) return;
  const { school_id, subscription_id } = row;
  await trx('push_subscriptions')
    .where({ school_id, id: subscription_id })
    .update({ success_at: at, failing_at: null, fault: null });
}

/** It will never arrive; a subscription that its device gave up is marked, so that its owner sees it. */
export async function markFailed(trx: Transaction, row: MessageRow, fault: Fault, at: string): Promise<void> {
  await one(trx, row).update({ state: 'failed', lease_until: null, fault });
  await noteFailing(trx, row, fault, at);
  if (fault !== 'gone' || row.subscription_id === null) return;
  const { school_id, subscription_id } = row;
  await trx('push_subscriptions')
    .where({ school_id, id: subscription_id, gone_at: null })
    .update({ gone_at: at });
}

/** @param next when it is tried again */
export async function markForLater(
  trx: Transaction,
  row: MessageRow,
  fault: Fault,
  { at, next }: { at: string; next: string },
): Promise<void> {
  await one(trx, row).update({ next_try_at: next, lease_until: null, fault });
  await noteFailing(trx, row, fault, at);
}

/** The device that a push was for, so that its owner sees since when it is not reached, and why. */
async function noteFailing(trx: Transaction, row: MessageRow, fault: Fault, at: string): Promise<void> {
  if (row.subscription_id === null || !v.is(v.picklist(pushFaults), fault)) return;
  const device = () =>
    trx('push_subscriptions').where({ school_id: row.school_id, id: row.subscription_id ?? '' });
  await device().update({ fault });
  await device().whereNull('failing_at').update({ failing_at: at });
}

/** Frees what a process that is no more had taken; only where there is no other process. */
export async function freeLeases(trx: Transaction): Promise<void> {
  await trx('messages').where({ state: 'queued' }).whereNotNull('lease_until').update({ lease_until: null });
}

/** When the next message that nobody is sending may be tried; null when none waits. */
export async function nextTry(reader: Reader, now: string): Promise<string | null> {
  const row = await reader('messages')
    .where({ state: 'queued' })
    .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .min({ at: 'next_try_at' })
    .first<{ at: string | null } | undefined>();
  return row?.at ?? null;
}

/** Mails of one school that have failed and are tried again, and since when the oldest waits: the server is in trouble. */
export async function readStuckMails(
  reader: Reader,
  schoolId: string,
): Promise<{ stuck: number; since: string | null }> {
  const row = await reader('messages')
    .where({ school_id: schoolId, channel: 'email', state: 'queued' })
    .where('attempts', '>', 0)
    .whereNotNull('fault')
    .count({ stuck: '*' })
    .min({ since: 'created_at' })
    .first<{ stuck: number | string; since: string | null } | undefined>();
  return { stuck: Number(row?.stuck ?? 0), since: row?.since ?? null };
}
