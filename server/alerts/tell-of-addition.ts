import type { Ground } from '../ground';
import { gatherMessages, queueMessages } from '../messages/queue';
import type { Transaction } from '../storage/database';
import type { ConcernRow } from '../storage/rows/records';
import { loadChannels, readSchoolName } from './channels';
import { messagesFor } from './messages-for';
import { findTold, type Told } from './overdue/find-told';
import { findHolds } from './waits/find-holds';

interface Addition {
  readonly schoolId: string;
  readonly concernId: string;
  readonly concern: Pick<ConcernRow, 'reference' | 'urgent' | 'taken_by'>;
  /** Whose addition it is. */
  readonly authorId: string | null;
  /** The entry that it has become. */
  readonly actionId: string;
  /** ISO 8601, UTC */
  readonly at: string;
}

/**
 * Says to whoever has a concern, else to the leads, that its author has written more; nothing of what. Somebody who is
 * away is passed over while anybody else may know of it, and finds it when they are back. It is under "To read" again, and
 * waits for the end of quiet hours unless the concern is urgent. Opens nothing to anybody that they could not open before.
 * @returns who was told; nobody where its author has the concern
 */
export async function tellOfAddition(
  trx: Transaction,
  ground: Ground,
  addition: Addition,
): Promise<string[]> {
  const { schoolId, concernId, concern, authorId } = addition;
  if (authorId !== null && concern.taken_by === authorId) return [];
  const owned = { owner_id: null, concern_id: concernId, taken_by: concern.taken_by };
  const except = new Set(authorId === null ? [] : [authorId]);
  const { told } = await findTold(trx, ground, schoolId, owned, { reason: 'addition', except });
  await queue(trx, ground, addition, told);
  return told.map(({ staffId }) => staffId);
}

async function queue(
  trx: Transaction,
  ground: Ground,
  { schoolId, concernId, concern: { reference, urgent }, actionId, at }: Addition,
  told: readonly Told[],
): Promise<void> {
  const ids = told.map(({ staffId }) => staffId);
  const channels = await loadChannels(trx, schoolId, ids);
  const recipients = ids.map((staffId) => ({ staffId, reasons: [] }));
  const alarm = { schoolId, concernId, reference, urgent: urgent === 1, recipients, at };
  const holds = await findHolds(trx, ground, alarm, channels);
  for (const { staffId, alertId } of told) {
    const person = channels.get(staffId);
    if (!person) continue;
    const schoolName = person.severalSites ? await readSchoolName(trx, ground.keys, schoolId) : null;
    const content = { reference, schoolName };
    const common = { schoolId, template: 'addition', staffId, alertId, content, shared: true } as const;
    const messages = messagesFor(person, { ...common, word: `addition:${actionId}` });
    const hold = holds.get(staffId);
    if (hold) await gatherMessages(trx, ground, messages, hold.until);
    else await queueMessages(trx, ground, messages);
  }
}
