import type { Reader } from '../storage/database';
import type { AlertRow, MessageRow } from '../storage/rows/records';

/** An alert that a message tells of which waited. */
export interface HeldAlert {
  readonly id: string;
  readonly reference: string;
}

/**
 * What a message that waited has to tell of now, oldest first: neither opened nor marked as read meanwhile, not closed,
 * and neither about this person nor about a pupil to whom they have been connected since.
 */
export async function findHeld(reader: Reader, message: MessageRow): Promise<HeldAlert[]> {
  const { school_id, staff_id, held_for, held_until } = message;
  const connected = reader('concern_pupils as l')
    .join('pupils as p', (on) => on.on('p.school_id', 'l.school_id').andOn('p.id', 'l.pupil_id'))
    .join('connected_staff as s', (on) =>
      on
        .on('s.school_id', 'p.school_id')
        .andOn((either) => either.on('s.pupil_id', 'p.id').orOn('s.pupil_id', 'p.joined_into')),
    )
    .whereRaw('?? = ??', ['l.school_id', 'a.school_id'])
    .whereRaw('?? = ??', ['l.concern_id', 'a.concern_id'])
    .whereRaw('?? = ??', ['s.staff_id', 'a.staff_id'])
    .select('s.staff_id');
  const about = reader('concern_staff as w')
    .whereRaw('?? = ??', ['w.school_id', 'a.school_id'])
    .whereRaw('?? = ??', ['w.concern_id', 'a.concern_id'])
    .whereRaw('?? = ??', ['w.staff_id', 'a.staff_id'])
    .select('w.staff_id');
  return reader('alerts as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where({ 'a.school_id': school_id, 'a.staff_id': staff_id })
    .where({ 'a.held_for': held_for, 'a.held_until': held_until })
    .whereNull('a.opened_at')
    .whereNull('a.read_at')
    .whereNull('c.closed_at')
    .whereNotExists(connected)
    .whereNotExists(about)
    .orderBy('a.id')
    .select<HeldAlert[]>('a.id', 'c.reference');
}

type Alert = Pick<AlertRow, 'id' | 'staff_id' | 'held_for' | 'held_until'>;
/** How far a message has come. */
export type Sent = Pick<MessageRow, 'channel' | 'state' | 'sent_at'>;

/** The messages that tell of each of these alerts: its own, or the one that it shares with others that waited. */
export async function readMessagesOf(
  reader: Reader,
  schoolId: string,
  alerts: readonly Alert[],
): Promise<(alert: Alert) => Sent[]> {
  // Nothing went, since nothing was left to tell: that is no failure.
  const told = () =>
    reader('messages')
      .where({ school_id: schoolId })
      .where((some) => some.whereNull('fault').orWhereNot({ fault: 'read' }))
      .select('id', 'alert_id', 'staff_id', 'held_for', 'held_until', 'channel', 'state', 'sent_at');
  const own = await told()
    .whereNull('held_until')
    .whereIn(
      'alert_id',
      alerts.map(({ id }) => id),
    );
  const waited = alerts.filter(({ held_until }) => held_until !== null);
  const shared = waited.length === 0 ? [] : await told().whereIn(['staff_id', 'held_until'], pairsOf(waited));
  // Ordered here: asked to order by id, SQLite walks through every message of the school.
  const rows = [...own, ...shared].sort((one, other) => (one.id < other.id ? -1 : 1));
  return (alert) =>
    rows.filter((row) =>
      row.held_until === null
        ? row.alert_id === alert.id
        : row.staff_id === alert.staff_id &&
          row.held_for === alert.held_for &&
          row.held_until === alert.held_until,
    );
}

/** Each pair of a person and an end of their waits, once. */
function pairsOf(alerts: readonly Alert[]): string[][] {
  const pairs = new Map(
    alerts.map(({ staff_id, held_until }) => [
      `${staff_id} ${held_until ?? ''}`,
      [staff_id, held_until ?? ''],
    ]),
  );
  return [...pairs.values()];
}
