import { announce } from '../../components/heed-live-region';
import type { Decision } from '../../data/concerns';
import { showCorrectPupil } from '../../dialogs/correct-pupil/show-correct-pupil';
import { showDecide } from '../../dialogs/decide/show-decide';
import { decide as words } from '../../strings/concern-actions';
import type { OpenConcern } from './open-concern';

/** Asks for one decision about the concern that is open, and shows it as it stands then. */
export async function decideAbout(open: OpenConcern, kind: Decision): Promise<void> {
  const { concern } = open;
  if (!concern?.may.lead) return;
  const decided = await (kind === 'pupil' ? showCorrectPupil(concern) : showDecide(kind, concern.id));
  if (!decided) return;
  open.show(decided);
  announce(words[kind].done);
}
