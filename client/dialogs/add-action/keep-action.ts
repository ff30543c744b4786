import type { NewAction } from '../../../protocol/concern-actions';
import type { Concern } from '../../../protocol/concerns';
import { currentSession } from '../../contexts/session';
import { currentUnlocked } from '../../contexts/unlocked';
import type { ConcernHere } from '../../sealing/send-action';
import { action as words } from '../../strings/concern-actions';
import type { Unlocked } from '../../unlock/unlocked';
import { keepWordsHere } from './words-here';

/** What an action about this concern is sealed by without a connection. */
interface Outbox {
  readonly unlocked: Unlocked;
  readonly concern: ConcernHere;
}

/**
 * Whether an action can wait here: on a device of the school, of the person who has unlocked it and is logged in as well.
 * Null: it cannot, and its words stay in the dialog.
 */
export function outboxFor({
  id,
  reference,
  pass,
}: Pick<Concern, 'id' | 'reference' | 'pass'>): Outbox | null {
  const unlocked = currentUnlocked();
  const own = unlocked?.person.staffId === currentSession().session?.staffId;
  return unlocked && own && pass !== undefined ? { unlocked, concern: { id, reference, pass } } : null;
}

/** Puts an action without an answer into the outbox. @returns why that was not possible, or empty */
export async function keepAction({ unlocked, concern }: Outbox, action: NewAction): Promise<string> {
  if (action.files.length > 0) return words.filesNeedSchool;
  try {
    const { sendAction } = await import('../../sealing/send-action');
    keepWordsHere(await sendAction(unlocked, concern, action), action.text);
    return '';
  } catch (thrown) {
    return (thrown as Error).name === 'RecordTooLong' ? words.tooLong : words.notKept;
  }
}
