import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { queueMessages } from '../../messages/queue';
import type { Reader, Transaction } from '../../storage/database';
import { loadChannels, readSchoolName } from '../channels';
import { messagesFor } from '../messages-for';
import { findTold, type Owned, type Told } from './find-told';

/** Late actions of one school that are told of in one transaction. */
const AT_ONCE = 50;

interface Late extends Owned {
  readonly id: string;
  readonly reference: string;
}

/** Actions of concerns that nobody has closed, whose owners are to be told now. */
export function lateActions(reader: Reader, now: string) {
  return reader('concern_actions as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where('a.overdue_at', '<=', now)
    .whereNull('c.closed_at');
}

/**
 * Tells the owner of each action that is late, once, however many processes look: mark, alert, messages and audit in one
 * transaction. Where its owner has left, is away or may not read the concern any more, whoever has the concern is told, else
 * the leads; an owner who is away finds it when they are back. It opens nothing to anybody that they could not open before.
 * @returns who was told, so that their inboxes look again
 */
export async function tellOverdue(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  return ground.database.write(async (trx) => {
    const told = new Set<string>();
    const late = await lateActions(trx, timeStamp(ground.clock))
      .where('a.school_id', schoolId)
      .orderBy('a.overdue_at')
      .limit(AT_ONCE)
      .select<Late[]>('a.id', 'a.concern_id', 'a.owner_id', 'c.taken_by', 'c.reference');
    for (const one of late) {
      const marked = await trx('concern_actions')
        .where({ school_id: schoolId, id: one.id })
        .whereNotNull('overdue_at')
        .update({ overdue_at: null });
      if (marked === 0) continue;
      for (const staffId of await tellOf(trx, ground, schoolId, one)) told.add(staffId);
    }
    return told;
  });
}

async function tellOf(trx: Transaction, ground: Ground, schoolId: string, late: Late): Promise<string[]> {
  const { told, away } = await findTold(trx, ground, schoolId, late);
  for (const { staffId, alertId } of told) {
    const word = `overdue:${late.id}`;
    await queueLate(trx, ground, schoolId, { staffId, alertId, late, template: 'overdue', word });
  }
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: 'heed',
    what: 'concern.action-overdue',
    object: `concern:${late.concern_id}`,
    facts: { action: late.id, alerted: told.map(({ staffId }) => staffId) },
  });
  return [...told.map(({ staffId }) => staffId), ...away];
}

/** Queues what one person is told by each of their channels. @param word queues it only once */
export async function queueLate(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  {
    staffId,
    alertId,
    late,
    template,
    word,
  }: Told & { late: Pick<Late, 'reference'>; template: 'overdue' | 'files-late' | 'task-late'; word: string },
): Promise<void> {
  const person = (await loadChannels(trx, schoolId, [staffId])).get(staffId);
  if (!person) return;
  const schoolName = person.severalSites ? await readSchoolName(trx, ground.keys, schoolId) : null;
  const messages = messagesFor(person, {
    schoolId,
    template,
    staffId,
    alertId,
    content: { reference: late.reference, schoolName },
    word,
    shared: true,
  });
  await queueMessages(trx, ground, messages);
}
