import { uuidv7 } from '../../protocol/identifiers';
import type { QuarantineReason } from '../../protocol/concerns';
import { loadAlertedPupils, loadRules } from '../alerts/load-rules';
import { raiseAlerts } from '../alerts/raise-alerts';
import { waitForSummary } from '../alerts/escalation/wait-for-summary';
import { recipientsOf } from '../alerts/recipients';
import type { Recipient } from '../alerts/rules';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { currentCategories } from '../school/merged-categories';
import type { Transaction } from '../storage/database';
import { findGathering } from './gather';
import { insertConcern, knownStaff } from './insert-concern';
import type { JudgedConcern, UnjudgedRow, Verdict } from './judging';
import { settle } from './settle';

/**
 * Concern, links, alerts, their messages and the audit row in one transaction; each only once, whatever crashes
 * between (envelope.md, Judge).
 */
export async function recordConcern(
  ground: Ground,
  row: UnjudgedRow,
  judged: JudgedConcern,
): Promise<Verdict> {
  const concernId = uuidv7(ground.clock.now());
  const verdict = await ground.database.write(async (trx) => {
    const twin = await findTwin(trx, row, judged);
    if (twin === 'equal') return settleDuplicate(trx, ground, row);
    const quarantine = judged.quarantine ?? (twin === 'different' ? 'possible-duplicate' : null);
    const settled = {
      verdict: quarantine ? 'quarantined' : 'recorded',
      reason: quarantine,
      concernId,
    } as const;
    if (!(await settle(trx, ground, row, settled))) return [];
    const urgent = await insertConcern(trx, ground, row, { ...judged, quarantine, concernId });
    const recipients = await findRecipients(trx, ground, row, { ...judged, quarantine });
    const at = timeStamp(ground.clock);
    const raised = await raiseAlerts(trx, ground, {
      schoolId: row.school_id,
      concernId,
      reference: row.reference,
      urgent,
      recipients,
      at,
      gathering: await findGathering(trx, ground, row, { quarantine, urgent }),
    });
    await waitForSummary(trx, ground, { schoolId: row.school_id, concernId, raised });
    await appendAudit(trx, {
      schoolId: row.school_id,
      at,
      actor: judged.opened.authorId ?? `device:${row.device_id}`,
      what: quarantine ? 'concern.quarantined' : 'concern.recorded',
      object: `concern:${concernId}`,
      facts: { envelope: row.envelope_id, reason: quarantine, alerted: recipients.map((one) => one.staffId) },
    });
    ground.faultPoint('before-record-commit');
    return recipients.map((one) => one.staffId);
  });
  ground.faultPoint('after-record-commit');
  return { alerted: verdict };
}

/** Another concern of the same draft, if there is one: equal content is a duplicate, different content a question. */
async function findTwin(
  trx: Transaction,
  row: UnjudgedRow,
  judged: JudgedConcern,
): Promise<'equal' | 'different' | null> {
  if (!judged.opened.payload) return null;
  const twins = await trx('concerns')
    .where({ school_id: row.school_id, lineage_id: row.lineage_id })
    .whereNotNull('body_hash')
    .select('body_hash');
  if (twins.length === 0) return null;
  return twins.some((twin) => twin.body_hash === judged.bodyHash) ? 'equal' : 'different';
}

async function settleDuplicate(trx: Transaction, ground: Ground, row: UnjudgedRow): Promise<string[]> {
  const first = await trx('concerns')
    .where({ school_id: row.school_id, lineage_id: row.lineage_id })
    .first('id');
  await settle(trx, ground, row, { verdict: 'duplicate', reason: null, concernId: first?.id ?? null });
  return [];
}

/** A quarantined concern goes to the leads alone, one about staff its own way; any other to whom the school's rules and its author say. */
async function findRecipients(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  judged: JudgedConcern & { quarantine: QuarantineReason | null },
): Promise<Recipient[]> {
  const body = judged.opened.payload?.body;
  const quarantined = judged.quarantine !== null;
  const pupilIds = (body?.pupils ?? []).flatMap((pupil) => (pupil.kind === 'listed' ? pupil.pupilId : []));
  const concern = {
    authorId: judged.opened.authorId,
    aboutStaff: new Set(await knownStaff(trx, row.school_id, body)),
    staffPath: body?.about !== undefined,
    pupils: await loadAlertedPupils(trx, row.school_id, pupilIds),
    categories: quarantined ? [] : await currentCategories(trx, row.school_id, body?.categories ?? []),
    byHand: quarantined ? { staff: [], groups: [] } : (body?.alert ?? { staff: [], groups: [] }),
    quarantined,
  };
  const rules = await loadRules(trx, row.school_id);
  const recipients = recipientsOf(concern, rules);
  if (recipients.length > 0) return recipients;
  // The only lead wrote it herself, and nobody else is left: in her inbox it can be found, without it nowhere.
  const last = recipientsOf({ ...concern, authorId: null, categories: [] }, rules);
  if (last.length === 0) ground.log.error({ envelope: row.envelope_id }, 'a concern reaches nobody');
  return last;
}
