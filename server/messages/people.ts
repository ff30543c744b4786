import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';
import { never, type Outcome } from './outcome';

interface MailboxRow {
  disabled_at: string | null;
  account_id: string | null;
  email: Buffer | null;
  mail_alerts: number | null;
}

/** Where to mail a staff member today, or why not: looked up at the moment of sending, so that leavers get nothing. */
export async function findMailbox(
  reader: Reader,
  keys: KeyRing,
  schoolId: string,
  staffId: string,
): Promise<string | Outcome> {
  const row = await reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .where({ 'staff.school_id': schoolId, 'staff.id': staffId })
    .first<
      MailboxRow | undefined
    >('staff.disabled_at', 'staff.account_id', 'accounts.email', 'accounts.mail_alerts');
  if (!row || row.disabled_at !== null) return never('left');
  if (row.account_id === null || row.email === null) return never('no-address');
  if (row.mail_alerts === 0) return never('turned-off');
  return cellsOf(keys, ACCOUNTS, 'accounts').open(row.account_id, 'email', row.email) ?? never('no-address');
}

/** Live subscriptions of some staff: not given up by the device, and their session was not ended by signing out. */
export async function findLiveSubscriptions(
  reader: Reader,
  schoolId: string,
  staffIds: readonly string[],
): Promise<{ id: string; staffId: string }[]> {
  const rows = await liveSubscriptions(reader)
    .where({ 'push_subscriptions.school_id': schoolId })
    .whereIn('push_subscriptions.staff_id', staffIds)
    .orderBy('push_subscriptions.created_at')
    .select<{ id: string; staff_id: string }[]>('push_subscriptions.id', 'push_subscriptions.staff_id');
  return rows.map((row) => ({ id: row.id, staffId: row.staff_id }));
}

function liveSubscriptions(reader: Reader) {
  return reader('push_subscriptions')
    .join('sessions', 'sessions.id', 'push_subscriptions.session_id')
    .join('staff', (on) =>
      on
        .on('staff.school_id', 'push_subscriptions.school_id')
        .andOn('staff.id', 'push_subscriptions.staff_id'),
    )
    .whereNull('push_subscriptions.gone_at')
    .whereNull('sessions.ended_at')
    .whereNull('staff.disabled_at');
}

interface SubscriptionRow {
  id: string;
  staff_id: string;
  gone_at: string | null;
  endpoint: Buffer;
  p256dh: Buffer;
  auth: Buffer;
}

/** Where to push one message, or why not: the device may have changed hands since it was queued. */
export async function findDevice(
  reader: Reader,
  keys: KeyRing,
  message: { school_id: string; staff_id: string | null; subscription_id: string | null },
): Promise<{ endpoint: string; p256dh: string; auth: string } | Outcome> {
  const { school_id: schoolId, subscription_id: id } = message;
  const row = await liveSubscriptions(reader)
    .where({ 'push_subscriptions.school_id': schoolId, 'push_subscriptions.id': id })
    .first<SubscriptionRow | undefined>('push_subscriptions.*');
  if (!row || row.staff_id !== message.staff_id) return never('not-theirs');
  const cells = cellsOf(keys, schoolId, 'push_subscriptions');
  const open = (column: 'endpoint' | 'p256dh' | 'auth') => cells.open(row.id, column, row[column]) ?? '';
  return { endpoint: open('endpoint'), p256dh: open('p256dh'), auth: open('auth') };
}
