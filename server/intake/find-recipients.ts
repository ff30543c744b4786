import type { QuarantineReason } from '../../protocol/concerns';
import { coverAbsences } from '../alerts/absence/cover-absences';
import { loadAlertedPupils, loadRules } from '../alerts/load-rules';
import { recipientsOf } from '../alerts/recipients';
import type { Recipient } from '../alerts/rules';
import { tellWatchers } from '../alerts/tell-watchers';
import type { Ground } from '../ground';
import { currentCategories } from '../school/merged-categories';
import type { Transaction } from '../storage/database';
import type { JudgedConcern, UnjudgedRow } from './judging';

/** A quarantined concern goes to the leads alone, one about staff its own way; any other to whom the school's rules and its author say. */
export async function findRecipients(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  judged: Pick<JudgedConcern, 'opened'> & {
    concernId: string;
    quarantine: QuarantineReason | null;
    about: readonly string[] | null;
  },
): Promise<readonly Recipient[]> {
  const body = judged.opened.payload?.body;
  const quarantined = judged.quarantine !== null;
  const pupilIds = (body?.pupils ?? []).flatMap((pupil) => (pupil.kind === 'listed' ? pupil.pupilId : []));
  const concern = {
    authorId: judged.opened.authorId,
    aboutStaff: new Set(judged.about),
    staffPath: judged.about !== null,
    pupils: await loadAlertedPupils(trx, row.school_id, pupilIds),
    categories: quarantined ? [] : await currentCategories(trx, row.school_id, body?.categories ?? []),
    byHand: quarantined ? { staff: [], groups: [] } : (body?.alert ?? { staff: [], groups: [] }),
    quarantined,
  };
  const school = await loadRules(trx, row.school_id);
  const recipients = recipientsOf(concern, school);
  const { concernId } = judged;
  if (recipients.length > 0) {
    const meant = { schoolId: row.school_id, concernId, concern, school };
    const covered = await coverAbsences(trx, ground, { ...meant, recipients });
    return tellWatchers(trx, ground, { ...meant, recipients: covered });
  }
  // The only lead wrote it herself, and nobody else is left: in her inbox it can be found, without it nowhere.
  const last = recipientsOf({ ...concern, authorId: null, categories: [] }, school);
  if (last.length === 0) ground.log.error({ envelope: row.envelope_id }, 'a concern reaches nobody');
  return last;
}
