import { announceOutboxChange } from '../../../offline/outbox/changes';
import type { RecordProgress } from '../../../offline/outbox/records';
import { currentUnlocked } from '../../contexts/unlocked';
import type { OpenAddition } from '../../sealing/additions';
import { ask } from '../host';

/**
 * "Add to this record". What is written and not sent stays on the device, under its author's unlock key.
 * @param begun what they began before
 */
export async function showAddToRecord(
  record: Pick<RecordProgress, 'envelopeId' | 'lineageId' | 'sentAt'>,
  begun: OpenAddition | null,
): Promise<void> {
  await ask<'heed-add-to-record-dialog', undefined>(
    'heed-add-to-record-dialog',
    { load: () => import('./add-to-record-dialog'), no: undefined },
    (dialog, answer) => {
      dialog.record = record;
      dialog.begun = begun;
      dialog.unlocked = currentUnlocked();
      dialog.answer = () => answer(undefined);
    },
  );
  // Lists say what was begun.
  announceOutboxChange();
}
