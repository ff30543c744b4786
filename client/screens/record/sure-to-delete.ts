import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { record as words } from '../../strings/record';

/** Asks before a draft is deleted; nothing brings it back. */
export async function isSureToDelete(): Promise<boolean> {
  return showConfirm({
    heading: words.discard,
    text: words.discardSure,
    yes: words.discard,
    no: words.keepDraft,
    danger: true,
  });
}
