import { uuidv7 } from '../../protocol/identifiers';
import { raiseAlerts } from '../alerts/raise-alerts';
import { waitForSummary } from '../alerts/escalation/wait-for-summary';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { insertFiles } from '../files/store';
import type { Ground } from '../ground';
import { parkedEnded } from '../parked/audit-rows';
import { endLineage } from '../parked/store';
import type { Transaction } from '../storage/database';
import { findGathering } from './gather';
import { findKin, type Kin } from './find-kin';
import { findRecipients } from './find-recipients';
import { insertConcern } from './insert-concern';
import type { JudgedConcern, JudgedRecord, UnjudgedRow, Verdict } from './judging';
import { settle } from './settle';

/**
 * Concern, links, alerts, their messages and the audit row in one transaction; each only once, whatever crashes
 * between (envelope.md, Judge).
 */
export async function recordConcern(
  ground: Ground,
  row: UnjudgedRow,
  judged: JudgedRecord,
): Promise<Verdict> {
  const concernId = uuidv7(ground.clock.now());
  const verdict = await ground.database.write(async (trx) => {
    const kin = await findKin(trx, row, judged);
    if (kin.equal !== null) {
      await settle(trx, ground, row, { verdict: 'duplicate', reason: null, concernId: kin.equal });
      return [];
    }
    const quarantine = judged.quarantine ?? (kin.different ? 'possible-duplicate' : null);
    const about = await findAbout(trx, row, judged, kin);
    const settled = {
      verdict: quarantine ? 'quarantined' : 'recorded',
      reason: quarantine,
      concernId,
    } as const;
    if (!(await settle(trx, ground, row, settled))) return [];
    const urgent = await insertConcern(trx, ground, row, { ...judged, quarantine, concernId, about });
    const { lineage_id: lineageId, school_id: schoolId } = row;
    await insertFiles(trx, ground, { schoolId, concernId, lineageId, files: judged.files });
    const recipients = await findRecipients(trx, ground, row, { ...judged, quarantine, about, concernId });
    const at = timeStamp(ground.clock);
    const raised = await raiseAlerts(trx, ground, {
      schoolId: row.school_id,
      concernId,
      reference: row.reference,
      urgent,
      recipients,
      at,
      gathering: await findGathering(trx, ground, row, { quarantine, urgent, recipients }),
    });
    await waitForSummary(trx, ground, { schoolId: row.school_id, concernId, raised });
    const actor = judged.opened.authorId ?? `device:${row.device_id}`;
    const ended = judged.opened.payload ? await endParked(trx, ground, row) : [];
    await appendAudit(
      trx,
      {
        schoolId: row.school_id,
        at,
        actor,
        what: quarantine ? 'concern.quarantined' : 'concern.recorded',
        object: `concern:${concernId}`,
        facts: {
          envelope: row.envelope_id,
          reason: quarantine,
          alerted: recipients.map((one) => one.staffId),
        },
      },
      ...ended.map((id) => parkedEnded(row.school_id, { id, by: 'concern', at, actor })),
    );
    ground.faultPoint('before-record-commit');
    return recipients.map((one) => one.staffId);
  });
  ground.faultPoint('after-record-commit');
  return { alerted: verdict, files: judged.files.length > 0 };
}

/** What was left of the same draft is sent now (envelope.md, Parked drafts). */
function endParked(trx: Transaction, ground: Ground, row: UnjudgedRow): Promise<string[]> {
  return endLineage(trx, ground, { schoolId: row.school_id, lineageId: row.lineage_id, by: 'concern' });
}

/**
 * Staff of this school whom a concern is about, those who have left too; null: it goes its ordinary way. Whatever another
 * record of the same draft is about, this one is too: it says the same of the same people.
 */
async function findAbout(
  trx: Transaction,
  { school_id }: UnjudgedRow,
  { opened }: JudgedConcern,
  { aboutStaff }: Kin,
): Promise<readonly string[] | null> {
  const about = opened.payload?.body.about;
  if (!about && aboutStaff === null) return null;
  const named = [...new Set([...(about?.staff ?? []), ...(aboutStaff ?? [])])];
  return trx('staff').where({ school_id }).whereIn('id', named).pluck<string[]>('id');
}
