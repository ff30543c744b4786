import type { Concern } from '../../../protocol/concerns';
import { uuidv7 } from '../../../protocol/identifiers';
import { call } from '../../data/call';
import { decide } from '../../strings/concern-actions';
import { linkConcern as words } from '../../strings/link-concern';
import { showReason } from '../reason/show-reason';

/** Asks why a link ends. @returns the concern as it stands then, or null when the link stays */
export async function showUnlinkConcern({ id }: Concern, linkId: string): Promise<Concern | null> {
  // Made once, so that sending it again ends nothing twice.
  const actionId = uuidv7(Date.now());
  let changed: Concern | null = null;
  await showReason({
    about: linkId,
    heading: decide.unlink.title,
    label: decide.reason,
    hint: words.endHint,
    save: decide.unlink.save,
    send: async (reason) => {
      changed = await call('unlinkConcern', { params: { id }, body: { actionId, linkId, reason } });
    },
  });
  return changed;
}
