import { uuidv7 } from '../../protocol/identifiers';
import type { Waits } from '../../protocol/waits';
import type { Ground } from '../ground';
import { gatherMessages, queueMessages, type NewMessage } from '../messages/queue';
import type { Transaction } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { Alarm } from './alarm';
import { messagesFor } from './messages-for';
import { loadChannels, readSchoolName, type Channels } from './channels';
import { findHolds, type Holds } from './waits/find-holds';

export interface RaisedAlert {
  readonly alertId: string;
  readonly staffId: string;
  /** False where this person had been alerted to this concern before. */
  readonly fresh: boolean;
  /** Push and e-mail wait; null: they go at once. */
  readonly held: Waits | null;
}

const AT_ONCE = 200;

/**
 * Writes one alert per person and their messages: e-mail unless turned off, push to each device. Calling it again
 * alerts nobody twice: an alert is unique per concern and person, a message per alert and channel. What is not urgent
 * may wait for the end of quiet hours or for the daily summary, gathered into one message per person and channel. The
 * number of statements does not depend on the number of recipients (up to 200). Whoever is away has the alert in their
 * inbox alone, and is not among the answered. The caller appends the audit row, and
 * after the commit announces the change and wakes the message worker.
 */
export async function raiseAlerts(trx: Transaction, ground: Ground, alarm: Alarm): Promise<RaisedAlert[]> {
  if (alarm.recipients.length === 0) return [];
  if (alarm.silently) return insertAlerts(trx, ground, alarm, new Map());
  const staffIds = alarm.recipients.map(({ staffId }) => staffId);
  const channels = await loadChannels(trx, alarm.schoolId, staffIds);
  const holds = await findHolds(trx, ground, alarm, channels);
  const away = new Set(alarm.recipients.filter((one) => one.away).map(({ staffId }) => staffId));
  const raised = await insertAlerts(trx, ground, alarm, holds);
  const alerts = raised.filter(({ staffId }) => !away.has(staffId));
  const several = [...channels.values()].some((person) => person.severalSites);
  const schoolName = several ? await readSchoolName(trx, ground.keys, alarm.schoolId) : null;
  const messages = (some: readonly RaisedAlert[]) =>
    some.flatMap((alert) => messagesOf(alarm, alert, channels.get(alert.staffId), schoolName));
  const now = messages(alerts.filter(({ held }) => held === null));
  if (alarm.gathering) await gatherMessages(trx, ground, now, alarm.gathering.until);
  else await queueMessages(trx, ground, now);
  const later = groupBy(
    // Whose alert was held before has been queued then.
    alerts.filter(({ held, fresh }) => held !== null && fresh),
    ({ held }) => held?.until ?? '',
    (alert) => alert,
  );
  for (const [until, some] of later) await gatherMessages(trx, ground, messages(some), until);
  return alerts;
}

async function insertAlerts(
  trx: Transaction,
  ground: Ground,
  alarm: Alarm,
  holds: Holds,
): Promise<RaisedAlert[]> {
  const { schoolId, concernId } = alarm;
  const rows = alarm.recipients.map(({ staffId, reasons, away }) => ({
    school_id: schoolId,
    id: uuidv7(ground.clock.now()),
    concern_id: concernId,
    staff_id: staffId,
    reasons: JSON.stringify(reasons),
    created_at: alarm.at,
    away: Number(away ?? false),
    held_for: holds.get(staffId)?.for ?? null,
    held_until: holds.get(staffId)?.until ?? null,
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await trx('alerts')
      .insert(rows.slice(at, at + AT_ONCE))
      .onConflict(['school_id', 'concern_id', 'staff_id'])
      .ignore();
  }
  const staffIds = rows.map((row) => row.staff_id);
  const stored = await trx('alerts')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereIn('staff_id', staffIds)
    .select('id', 'staff_id', 'held_for', 'held_until');
  const made = new Set(rows.map((row) => row.id));
  const waits = !alarm.urgent && !alarm.atOnce;
  return stored.map(({ id, staff_id, held_for, held_until }) => ({
    alertId: id,
    staffId: staff_id,
    fresh: made.has(id),
    held: waits && held_for !== null && held_until !== null ? { for: held_for, until: held_until } : null,
  }));
}

function messagesOf(
  alarm: Alarm,
  { alertId, staffId, held }: RaisedAlert,
  channels: Channels | undefined,
  schoolName: string | null,
): NewMessage[] {
  if (!channels) return [];
  const { gathering } = alarm;
  const word = held ? `${held.for}:${held.until}` : gathering ? `gathered:${gathering.key}` : null;
  const told = alarm.urgent ? 'urgent-alert' : 'alert';
  return messagesFor(channels, {
    schoolId: alarm.schoolId,
    template: held?.for === 'daily' ? 'daily-summary' : told,
    staffId,
    alertId,
    content: { reference: alarm.reference, schoolName: channels.severalSites ? schoolName : null },
    word: word ?? `alert:${alertId}`,
    shared: word !== null,
    held,
  });
}
