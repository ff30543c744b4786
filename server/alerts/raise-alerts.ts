import { uuidv7 } from '../../protocol/identifiers';
import type { Ground } from '../ground';
import { gatherMessages, queueMessages, type NewMessage } from '../messages/queue';
import type { Transaction } from '../storage/database';
import { messagesFor } from './messages-for';
import { loadChannels, readSchoolName, type Channels } from './channels';
import type { Recipient } from './rules';

/** A concern about which people are told, inside the transaction that records it. */
export interface Alarm {
  readonly schoolId: string;
  readonly concernId: string;
  readonly reference: string;
  readonly urgent: boolean;
  readonly recipients: readonly Recipient[];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Set where one message stands for several concerns: the same device raised one a moment ago. */
  readonly gathering?: Gathering | null;
  /** Only the inboxes have it: whoever calls tells these people in other words. */
  readonly silently?: boolean;
}

/** Which message an alert joins instead of having its own. */
export interface Gathering {
  /** At most 60 characters; alerts of one key share one message per person and channel. */
  readonly key: string;
  /** When that message goes: ISO 8601, UTC. */
  readonly until: string;
}

export interface RaisedAlert {
  readonly alertId: string;
  readonly staffId: string;
  /** False where this person had been alerted to this concern before. */
  readonly fresh: boolean;
}

const AT_ONCE = 200;

/**
 * Writes one alert per person and their messages: e-mail unless turned off, push to each device. Calling it again
 * alerts nobody twice: an alert is unique per concern and person, a message per alert and channel. The number of
 * statements does not depend on the number of recipients (up to 200). The caller appends the audit row, and after the
 * commit announces the change and wakes the message worker.
 */
export async function raiseAlerts(trx: Transaction, ground: Ground, alarm: Alarm): Promise<RaisedAlert[]> {
  if (alarm.recipients.length === 0) return [];
  const alerts = await insertAlerts(trx, ground, alarm);
  if (alarm.silently) return alerts;
  const staffIds = alerts.map((alert) => alert.staffId);
  const channels = await loadChannels(trx, alarm.schoolId, staffIds);
  const several = [...channels.values()].some((person) => person.severalSites);
  const schoolName = several ? await readSchoolName(trx, ground.keys, alarm.schoolId) : null;
  const messages = alerts.flatMap((alert) =>
    messagesOf(alarm, alert, channels.get(alert.staffId), schoolName),
  );
  if (alarm.gathering) await gatherMessages(trx, ground, messages, alarm.gathering.until);
  else await queueMessages(trx, ground, messages);
  return alerts;
}

async function insertAlerts(trx: Transaction, ground: Ground, alarm: Alarm): Promise<RaisedAlert[]> {
  const { schoolId, concernId } = alarm;
  const rows = alarm.recipients.map(({ staffId, reasons }) => ({
    school_id: schoolId,
    id: uuidv7(ground.clock.now()),
    concern_id: concernId,
    staff_id: staffId,
    reasons: JSON.stringify(reasons),
    created_at: alarm.at,
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
    .select('id', 'staff_id');
  const made = new Set(rows.map((row) => row.id));
  return stored.map((row) => ({ alertId: row.id, staffId: row.staff_id, fresh: made.has(row.id) }));
}

function messagesOf(
  alarm: Alarm,
  { alertId, staffId }: RaisedAlert,
  channels: Channels | undefined,
  schoolName: string | null,
): NewMessage[] {
  if (!channels) return [];
  const { gathering } = alarm;
  return messagesFor(channels, {
    schoolId: alarm.schoolId,
    template: alarm.urgent ? 'urgent-alert' : 'alert',
    staffId,
    alertId,
    content: { reference: alarm.reference, schoolName: channels.severalSites ? schoolName : null },
    word: gathering ? `gathered:${gathering.key}` : `alert:${alertId}`,
    shared: Boolean(gathering),
  });
}
