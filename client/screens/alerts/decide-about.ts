import type { Concern } from '../../../protocol/concerns';
import { announce } from '../../components/heed-live-region';
import type { Decision } from '../../data/concerns';
import { showCorrectPupil } from '../../dialogs/correct-pupil/show-correct-pupil';
import { showCorrectWhen } from '../../dialogs/correct-when/show-correct-when';
import { showCoverPassage } from '../../dialogs/cover-passage/show-cover-passage';
import { showDecide } from '../../dialogs/decide/show-decide';
import { showLinkConcern } from '../../dialogs/link-concern/show-link-concern';
import { showUnlinkConcern } from '../../dialogs/link-concern/show-unlink-concern';
import { decide as words } from '../../strings/concern-actions';
import { shell } from '../../strings/shell';
import type { OpenConcern } from './open-concern';

/** Asks for one decision about the concern that is open, and shows it as it stands then. @param of which link ends */
export async function decideAbout(open: OpenConcern, kind: Decision, of = ''): Promise<void> {
  const { concern } = open;
  if (!concern?.may.lead) return;
  const decided = await ask(kind, concern, of).catch(() => open.say(shell.screenMissing));
  if (!decided) return;
  open.show(decided);
  announce(words[kind].done);
}

/** Has the dialogs here while there is a connection: they are no part of what Heed keeps (tools/chunk-groups.ts). */
export function fetchDecisions(): void {
  void import('../../dialogs/decide/decide-dialog').catch(() => undefined);
}

function ask(kind: Decision, concern: Concern, of: string): Promise<Concern | null> {
  if (kind === 'pupil') return showCorrectPupil(concern);
  if (kind === 'when') return showCorrectWhen(concern);
  if (kind === 'link') return showLinkConcern(concern);
  if (kind === 'unlink') return showUnlinkConcern(concern, of);
  if (kind === 'cover') return showCoverPassage(concern.id);
  return showDecide(kind, concern.id);
}
