import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { ACCOUNTS, type KeyRing } from '../storage/key-ring';
import type { AccountRow } from '../storage/rows/accounts';
import type { MessageRow, PushSubscriptionRow } from '../storage/rows/records';
import type { StaffRow } from '../storage/rows/school';
import { never, type Outcome } from './outcome';

type Mailbox = Pick<StaffRow, 'disabled_at' | 'account_id'> & {
  [Column in 'email' | 'mail_alerts']: AccountRow[Column] | null;
};

/** Where to mail a staff member today, or why not: looked up at the moment of sending, so that leavers get nothing. */
export async function findMailbox(
  reader: Reader,
  keys: KeyRing,
  schoolId: string,
  staffId: string,
): Promise<string | Outcome> {
  const row = await reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .where('staff.id', staffId)
    .first<
      Mailbox | undefined
    >('staff.disabled_at', 'staff.account_id', 'accounts.email', 'accounts.mail_alerts');
  if (!row || row.disabled_at !== null) return never('left');
  if (row.account_id === null || row.email === null) return never('no-address');
  if (row.mail_alerts === 0 && (await isPushed(reader, schoolId, staffId))) return never('turned-off');
  return cellsOf(keys, ACCOUNTS, 'accounts').open(row.account_id, 'email', row.email) ?? never('no-address');
}

/** Which of these accounts belong to several schools, so that a message has to say which one it is about. */
export async function findOfSeveral(
  reader: Reader,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await reader('staff')
    .whereIn('account_id', accountIds)
    .whereNull('disabled_at')
    .groupBy('account_id')
    .havingRaw('count(*) > 1')
    .pluck<string[]>('account_id');
  return new Set(found);
}

/** Live subscriptions of some staff: not given up by the device, and their session was not ended by signing out. */
export async function findLiveSubscriptions(
  reader: Reader,
  schoolId: string,
  staffIds: readonly string[],
): Promise<{ id: string; staffId: string; failing: boolean }[]> {
  const rows = await liveSubscriptions(reader)
    .where('push_subscriptions.school_id', schoolId)
    .whereIn('push_subscriptions.staff_id', staffIds)
    .orderBy('push_subscriptions.created_at')
    .select<
      Pick<PushSubscriptionRow, 'id' | 'staff_id' | 'failing_at'>[]
    >('push_subscriptions.id', 'push_subscriptions.staff_id', 'push_subscriptions.failing_at');
  return rows.map((row) => ({ id: row.id, staffId: row.staff_id, failing: row.failing_at !== null }));
}

/** Whether a push reaches this person as far as Heed knows; where none does, e-mail that was switched off goes all the same. */
export async function isPushed(reader: Reader, schoolId: string, staffId: string): Promise<boolean> {
  return (await findLiveSubscriptions(reader, schoolId, [staffId])).some(({ failing }) => !failing);
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

/** Where to push one message, or why not: the device may have changed hands since it was queued. */
export async function findDevice(
  reader: Reader,
  keys: KeyRing,
  message: Pick<MessageRow, 'school_id' | 'staff_id' | 'subscription_id'>,
): Promise<{ endpoint: string; p256dh: string; auth: string } | Outcome> {
  const { school_id: schoolId, subscription_id: id } = message;
  const row = await liveSubscriptions(reader)
    .where('push_subscriptions.school_id', schoolId)
    .where('push_subscriptions.id', id)
    .first<PushSubscriptionRow | undefined>('push_subscriptions.*');
  if (!row || row.staff_id !== message.staff_id) return never('not-theirs');
  const cells = cellsOf(keys, schoolId, 'push_subscriptions');
  const open = (column: 'endpoint' | 'p256dh' | 'auth') => cells.open(row.id, column, row[column]) ?? '';
  return { endpoint: open('endpoint'), p256dh: open('p256dh'), auth: open('auth') };
}
