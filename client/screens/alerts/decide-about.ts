import type { Concern } from '../../../protocol/concerns';
import { announce } from '../../components/heed-live-region';
import type { Decision } from '../../data/concerns';
import { showCorrectPupil } from '../../dialogs/correct-pupil/show-correct-pupil';
import { showCorrectWhen } from '../../dialogs/correct-when/show-correct-when';
import { showCoverPassage } from '../../dialogs/cover-passage/show-cover-passage';
import { showDecide } from '../../dialogs/decide/show-decide';
import { decide as words } from '../../strings/concern-actions';
import { shell } from '../../strings/shell';
import type { OpenConcern } from './open-concern';

/** Asks for one decision about the concern that is open, and shows it as it stands then. */
export async function decideAbout(open: OpenConcern, kind: Decision): Promise<void> {
  const { concern } = open;
  if (!concern?.may.lead) return;
  const decided = await ask(kind, concern).catch(() => open.say(shell.screenMissing));
  if (!decided) return;
  open.show(decided);
  announce(words[kind].done);
}

/** Has the dialogs here while there is a connection: they are no part of what Heed keeps (tools/chunk-groups.ts). */
export function fetchDecisions(): void {
  void import('../../dialogs/decide/decide-dialog').catch(() => undefined);
}

function ask(kind: Decision, concern: Concern): Promise<Concern | null> {
  if (kind === 'pupil') return showCorrectPupil(concern);
  if (kind === 'when') return showCorrectWhen(concern);
  if (kind === 'cover') return showCoverPassage(concern.id);
  return showDecide(kind, concern.id);
}
