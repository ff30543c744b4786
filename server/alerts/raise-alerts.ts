import type { Ground } from '../ground';
import { gatherMessages, queueMessages, type NewMessage } from '../messages/queue';
import type { Transaction } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { Alarm } from './alarm';
import { messagesFor } from './messages-for';
import { loadChannels, readSchoolName, type Channels } from './channels';
import { findHolds } from './waits/find-holds';
import { writeAlerts, type WrittenAlert } from './write-alerts';

/** `held`: until when push and e-mail wait; null: they go at once. */
export type RaisedAlert = WrittenAlert;

/**
 * Writes one alert per person and their messages: e-mail unless turned off, push to each device. Calling it again
 * alerts nobody twice: an alert is unique per concern and person, a message per alert and channel; only who stands in for
 * somebody since is told again. What is not urgent may wait for the end of quiet hours or for the daily summary, gathered
 * into one message per person and channel. The number of statements does not depend on the number of recipients (up to
 * 200). Whoever is away has the alert in their inbox alone, and is not among the answered. The caller appends the audit
 * row, and after the commit announces the change and wakes the message worker.
 */
export async function raiseAlerts(trx: Transaction, ground: Ground, alarm: Alarm): Promise<RaisedAlert[]> {
  if (alarm.recipients.length === 0) return [];
  if (alarm.silently) return writeAlerts(trx, ground, alarm, new Map());
  const staffIds = alarm.recipients.map(({ staffId }) => staffId);
  const channels = await loadChannels(trx, alarm.schoolId, staffIds);
  const holds = await findHolds(trx, ground, alarm, channels);
  const away = new Set(alarm.recipients.filter((one) => one.away).map(({ staffId }) => staffId));
  const waits = !alarm.urgent && !alarm.atOnce;
  const written = await writeAlerts(trx, ground, alarm, holds);
  const alerts = written
    .filter(({ staffId }) => !away.has(staffId))
    .map((one) => ({ ...one, held: waits && !toldAgain(one) ? one.held : null }));
  const several = [...channels.values()].some((person) => person.severalSites);
  const schoolName = several ? await readSchoolName(trx, ground.keys, alarm.schoolId) : null;
  const messages = (some: readonly RaisedAlert[]) =>
    some.flatMap((alert) => messagesOf(alarm, alert, channels.get(alert.staffId), schoolName));
  const waitsAgain = (one: RaisedAlert) => toldAgain(one) && holds.has(one.staffId);
  const now = messages(alerts.filter((one) => one.held === null && !waitsAgain(one)));
  if (alarm.gathering) await gatherMessages(trx, ground, now, alarm.gathering.until);
  else await queueMessages(trx, ground, now);
  const later = groupBy(
    // Whose alert was held before has been queued then.
    alerts.filter(({ held, fresh }) => held !== null && fresh),
    ({ held }) => held?.until ?? '',
    (alert) => alert,
  );
  for (const [until, some] of later) await gatherMessages(trx, ground, messages(some), until);
  const again = groupBy(
    alerts.filter(waitsAgain),
    ({ staffId }) => holds.get(staffId)?.until ?? '',
    (alert) => alert,
  );
  for (const [until, some] of again) await gatherMessages(trx, ground, messages(some), until);
  return alerts;
}

/** Told of it for themselves before, and now for somebody else: a message that waits leaves out what they have opened. */
const toldAgain = ({ fresh, standsIn }: RaisedAlert): boolean => standsIn && !fresh;

function messagesOf(
  alarm: Alarm,
  alert: RaisedAlert,
  channels: Channels | undefined,
  schoolName: string | null,
): NewMessage[] {
  if (!channels) return [];
  const { alertId, staffId, held } = alert;
  const { gathering } = alarm;
  const word = held ? `${held.for}:${held.until}` : gathering ? `gathered:${gathering.key}` : null;
  const told = alarm.urgent ? 'urgent-alert' : 'alert';
  return messagesFor(channels, {
    schoolId: alarm.schoolId,
    template: held?.for === 'daily' ? 'daily-summary' : told,
    staffId,
    alertId,
    content: { reference: alarm.reference, schoolName: channels.severalSites ? schoolName : null },
    word: word ?? `alert:${alertId}${toldAgain(alert) ? `:${alarm.at}` : ''}`,
    shared: word !== null,
    held,
  });
}
