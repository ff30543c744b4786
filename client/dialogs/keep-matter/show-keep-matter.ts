import type { Matter, MatterKind } from '../../../protocol/pupil-matters';
import { ask } from '../host';

/**
 * Writes down a plan, an agency, another school or a linked pupil, or changes one.
 * @param matter what is changed; null: a new one of this kind
 * @returns whether something was saved
 */
export async function showKeepMatter(
  pupilId: string,
  kind: MatterKind,
  matter: Matter | null,
): Promise<boolean> {
  return ask<'heed-keep-matter-dialog', boolean>(
    'heed-keep-matter-dialog',
    { load: () => import('./keep-matter-dialog'), no: false },
    (dialog, answer) => {
      dialog.begin(pupilId, kind, matter);
      dialog.answer = answer;
    },
  );
}
