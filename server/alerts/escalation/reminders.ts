import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { gatherMessages, queueMessages } from '../../messages/queue';
import type { Transaction } from '../../storage/database';
import { groupBy } from '../../storage/group-by';
import { loadChannels, readSchoolName } from '../channels';
import { messagesFor, type Told } from '../messages-for';

/** One person who is told that one concern still waits. */
export interface Reminder {
  readonly alertId: string;
  readonly staffId: string;
  readonly reference: string;
  readonly urgent: boolean;
  /** Since it was received, ms. */
  readonly waited: number;
  /** Counts from 1; a person is told once at each. */
  readonly step: number;
}

/**
 * Queues "Still waiting" for everybody who is told now. Where several concerns of one urgency wait for one school, they
 * are one message per person and channel: a flood at a tablet must not become a flood of mails.
 */
export async function queueReminders(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  reminders: readonly Reminder[],
): Promise<void> {
  if (reminders.length === 0) return;
  const channels = await loadChannels(trx, schoolId, [...new Set(reminders.map(({ staffId }) => staffId))]);
  const several = [...channels.values()].some(({ severalSites }) => severalSites);
  const schoolName = several ? await readSchoolName(trx, ground.keys, schoolId) : null;
  const at = timeStamp(ground.clock);
  for (const urgent of [true, false]) {
    const concerns = [...groupBy(reminders, (one) => one.reference, keep).values()].filter(
      ([first]) => first?.urgent === urgent,
    );
    const gathers = concerns.length > 1;
    // One concern at a time: a gathered message counts how often it was queued.
    for (const some of concerns) {
      const messages = some.flatMap((one) => {
        const person = channels.get(one.staffId);
        if (!person) return [];
        const word = gathers
          ? `waiting:${String(urgent)}:${at}`
          : `waiting:${String(one.step)}:${one.alertId}`;
        return messagesFor(
          person,
          toldOf(schoolId, one, person.severalSites ? schoolName : null, word, gathers),
        );
      });
      if (gathers) await gatherMessages(trx, ground, messages, at);
      else await queueMessages(trx, ground, messages);
    }
  }
}

const keep = (one: Reminder) => one;

function toldOf(
  schoolId: string,
  { staffId, alertId, reference, waited, urgent }: Reminder,
  schoolName: string | null,
  word: string,
  shared: boolean,
): Told {
  const content = { reference, schoolName, waited };
  return {
    schoolId,
    template: urgent ? 'urgent-waiting' : 'waiting',
    staffId,
    alertId,
    content,
    word,
    shared,
  };
}
