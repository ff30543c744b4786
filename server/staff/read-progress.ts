import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';

export type Progress = Awaited<ReturnType<typeof readProgress>>;

/** How far everybody of a school has come, by account or staff id. @param now by whose clock keys count */
export async function readProgress(reader: Reader, schoolId: string, now: string) {
  const here = { school_id: schoolId };
  const [classes, duty, accounts, invited, asked, bounced, keys, slips, tablets, alerted, tested] =
    await Promise.all([
      reader('staff_classes').where(here),
      reader('duty_list').where(here).select('staff_id', 'role'),
      reader('accounts').whereIn('id', accountsOf(reader, schoolId)).select('id', 'first_log_in_at'),
      readInvited(reader, schoolId),
      readAsked(reader, schoolId),
      readBounced(reader, schoolId),
      readKeys(reader, schoolId, now),
      reader('slips').where(here).orderBy('id'),
      readTablets(reader, schoolId),
      readAlerted(reader, schoolId),
      readTested(reader, schoolId),
    ]);
  return {
    classes: groupBy(
      classes,
      (row) => row.staff_id,
      (row) => row.class_id,
    ),
    duty: groupBy(
      duty,
      (row) => row.staff_id,
      (row) => row.role,
    ),
    logIns: new Map(accounts.map((row) => [row.id, row.first_log_in_at])),
    invited,
    asked,
    bounced,
    keys,
    slips: new Map(slips.map((row) => [row.staff_id, row])),
    tablets,
    alerted,
    tested,
  };
}

const accountsOf = (reader: Reader, schoolId: string) =>
  reader('staff').where({ school_id: schoolId }).whereNotNull('account_id').select('account_id');

async function readInvited(reader: Reader, schoolId: string): Promise<Map<string, string>> {
  const rows = await reader('links')
    .whereIn('account_id', accountsOf(reader, schoolId))
    .groupBy('account_id')
    .select<{ account_id: string; at: string }[]>('account_id', reader.raw('max(created_at) as at'));
  return new Map(rows.map((row) => [row.account_id, row.at]));
}

/** When people of other schools were last asked to join, by staff id: for the office that is an invitation too. */
async function readAsked(reader: Reader, schoolId: string): Promise<Map<string, string>> {
  const rows = await reader('membership_offers')
    .where({ school_id: schoolId })
    .whereNotNull('mailed_at')
    .select('staff_id', 'mailed_at');
  return new Map(rows.map((row) => [row.staff_id, row.mailed_at ?? '']));
}

async function readKeys(reader: Reader, schoolId: string, now: string) {
  const rows = await reader('security_keys')
    .whereIn('account_id', accountsOf(reader, schoolId))
    .where({ state: 'saved' })
    .whereNull('removed_at')
    .select('account_id', 'counts_from');
  return groupBy(
    rows,
    (row) => row.account_id,
    (row) => (row.counts_from !== null && row.counts_from <= now ? 'saved' : 'waits'),
  );
}

async function readTablets(reader: Reader, schoolId: string): Promise<Map<string, string[]>> {
  const rows = await reader('author_keys as k')
    .join('devices as d', (on) => on.on('d.id', 'k.device_id').andOn('d.school_id', 'k.school_id'))
    .where({ 'k.school_id': schoolId })
    .whereNull('k.removed_at')
    .whereNull('d.revoked_at')
    .select<{ staff_id: string; device_id: string }[]>('k.staff_id', 'k.device_id');
  return groupBy(
    rows,
    (row) => row.staff_id,
    (row) => row.device_id,
  );
}

/** Whose newest link could not be mailed. */
async function readBounced(reader: Reader, schoolId: string): Promise<Set<string>> {
  const rows = await reader('messages')
    .where({ school_id: schoolId })
    .whereIn('template', ['link', 'membership-offer'])
    .whereNotNull('staff_id')
    .orderBy('id')
    .select('staff_id', 'state');
  const newest = new Map(rows.map((row) => [row.staff_id, row.state]));
  return new Set([...newest].flatMap(([id, state]) => (id !== null && state === 'failed' ? [id] : [])));
}

/** Whom the school's rules alert, or might: a test alert shows whether that reaches them. */
async function readAlerted(reader: Reader, schoolId: string): Promise<Set<string>> {
  const here = { school_id: schoolId };
  const ids = await Promise.all([
    reader('duty_list').where(here).pluck<string[]>('staff_id'),
    reader('alert_group_members').where(here).pluck<string[]>('staff_id'),
    reader('automatic_alert_parts')
      .where({ ...here, kind: 'staff' })
      .pluck<string[]>('target_id'),
  ]);
  return new Set(ids.flat());
}

interface Tested {
  /** When the newest one that reached any channel was sent. */
  readonly sentAt: string | null;
  /** The newest one reached none. */
  readonly failed: boolean;
}

async function readTested(reader: Reader, schoolId: string): Promise<Map<string, Tested>> {
  const rows = await reader('messages')
    .where({ school_id: schoolId, template: 'test' })
    .whereIn('state', ['sent', 'failed'])
    .whereNotNull('staff_id')
    .groupBy('staff_id', 'state')
    .select<
      { staff_id: string; state: 'sent' | 'failed'; sent: string | null; made: string }[]
    >('staff_id', 'state', reader.raw('max(sent_at) as sent'), reader.raw('max(created_at) as made'));
  const of = groupBy(
    rows,
    (row) => row.staff_id,
    (row) => row,
  );
  return new Map(
    [...of].map(([id, states]) => {
      const sent = states.find(({ state }) => state === 'sent');
      const failed = states.find(({ state }) => state === 'failed');
      return [
        id,
        { sentAt: sent?.sent ?? null, failed: failed !== undefined && failed.made > (sent?.made ?? '') },
      ];
    }),
  );
}
