import { uuidv7 } from '../../protocol/identifiers';
import type { Waits } from '../../protocol/waits';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import type { TemplateName } from './templates/names';

/** What a template needs to know; sealed in the row, since it holds addresses and links. */
export type Content = Readonly<Record<string, string | number | boolean | null>>;

/** One e-mail or push to send, as a command queues it in its own transaction. */
export interface NewMessage {
  readonly schoolId: string;
  readonly channel: 'email' | 'push';
  readonly template: TemplateName;
  /** Whom it is for; null for people who are no staff of this school. */
  readonly staffId: string | null;
  readonly alertId?: string | null;
  /** The one device that a push goes to. */
  readonly subscriptionId?: string;
  readonly content: Content;
  /** It goes when this wait ends, and tells of every alert of the person that waits until then. */
  readonly held?: Waits | null;
  /** At most 120 characters; the same value in the same school queues one message only, whatever crashes between. */
  readonly once: string;
}

/** Rows per INSERT: far below the bound parameters that both databases take. */
const AT_ONCE = 200;

/**
 * Queues messages in the caller's transaction, so that they exist exactly when what they tell of exists.
 * A message whose `once` is known in its school is left as it is. The sender hears of them once they are committed.
 */
export async function queueMessages(
  trx: Transaction,
  ground: Ground,
  messages: readonly NewMessage[],
): Promise<void> {
  ringAfterCommit(trx, ground);
  const rows = messages.map((message) => rowOf(ground, message));
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await trx('messages')
      .insert(rows.slice(at, at + AT_ONCE))
      .onConflict(['school_id', 'once'])
      .ignore();
  }
}

/**
 * Queues messages that gather: each goes at `until`, once, and states how often it was queued before that. One urgent
 * alert among them makes the whole message urgent.
 * @param until ISO 8601, UTC
 */
export async function gatherMessages(
  trx: Transaction,
  ground: Ground,
  messages: readonly NewMessage[],
  until: string,
): Promise<void> {
  ringAfterCommit(trx, ground);
  const rows = messages.map((message) => ({ ...rowOf(ground, message), next_try_at: until, alert_count: 0 }));
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await trx('messages').insert(some).onConflict(['school_id', 'once']).ignore();
    const schools = [...new Set(some.map((row) => row.school_id))];
    const queued = () =>
      trx('messages').whereIn('school_id', schools).where({ state: 'queued' }).whereIn('once', oncesOf(some));
    await queued().increment('alert_count', 1);
    const urgent = some.filter((row) => row.template === 'urgent-alert');
    if (urgent.length > 0) await queued().update({ template: 'urgent-alert' });
  }
}

/** A savepoint's end is no commit: only the outermost transaction's is. */
function ringAfterCommit(trx: Transaction, ground: Ground): void {
  let whole = trx;
  while (whole.parentTransaction) whole = whole.parentTransaction;
  // A command that was rolled back has queued nothing.
  whole.executionPromise.then(
    () => ground.queued.ring(),
    () => undefined,
  );
}

const oncesOf = (rows: readonly { once: string }[]) => rows.map((row) => row.once);

function rowOf(ground: Ground, message: NewMessage) {
  const id = uuidv7(ground.clock.now());
  const now = timeStamp(ground.clock);
  return {
    school_id: message.schoolId,
    id,
    channel: message.channel,
    template: message.template,
    staff_id: message.staffId,
    alert_id: message.alertId ?? null,
    subscription_id: message.subscriptionId ?? null,
    content: ground.keys.seal(message.schoolId, 'messages', id, 'content', JSON.stringify(message.content)),
    once: message.once,
    held_for: message.held?.for ?? null,
    held_until: message.held?.until ?? null,
    state: 'queued' as const,
    attempts: 0,
    next_try_at: now,
    created_at: now,
  };
}
