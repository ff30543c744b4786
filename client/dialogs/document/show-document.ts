import type { PupilDocument } from '../../../protocol/documents';
import { ask } from '../host';

/**
 * Adds a document to a pupil's page, or says anew what one is.
 * @param known what is changed; null: a new one
 * @returns whether something was saved
 */
export async function showDocument(pupilId: string, known: PupilDocument | null): Promise<boolean> {
  return ask<'heed-document-dialog', boolean>(
    'heed-document-dialog',
    { load: () => import('./document-dialog'), no: false },
    (dialog, answer) => {
      dialog.begin(pupilId, known);
      dialog.answer = answer;
    },
  );
}
