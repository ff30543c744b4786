import type { QuarantineReason } from '../../../protocol/concerns';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import { insertAction } from '../../concerns/insert-action';
import { tellReaders } from '../../concerns/tell-readers';
import type { Ground } from '../../ground';
import { knowConcerns } from '../../records/load-facts';
import type { Transaction } from '../../storage/database';
import { actionAsRecord } from '../../../protocol/words/action-as-record';
import { raiseAsRecord } from '../addenda/raise-as-record';
import { doubtCircumstances } from '../doubt-circumstances';
import type { UnjudgedRow, Verdict } from '../judging';
import { openWords, type Opened } from '../open-raw';
import { recordConcern } from '../record-concern';
import { settle } from '../settle';
import { findConcernOf, isSent, type ActedOn } from './find-concern';
import { weighAction, type Weighed } from './weigh-action';

type Readable = Extract<Opened<'action'>, { payload: object }>;

/** What came of one; null: another process was first. */
interface Placed {
  readonly concernId: string;
  readonly alerted: readonly string[];
}

/**
 * An action that waited on a device: opened and proved, then added to its concern as if it had been sent now, once,
 * whether or not its request arrived as well. What its author may not add any more, or could not have added, becomes a
 * record with a doubt. All of it in one transaction.
 */
export async function judgeAction(ground: Ground, row: UnjudgedRow): Promise<() => Promise<Verdict>> {
  const opened = await openWords(ground, row.school_id, row.raw, 'action');
  const { payload, authorId } = opened;
  if (!payload) {
    const quarantine = opened.doubt;
    return () => recordConcern(ground, row, { opened, bodyHash: null, quarantine, files: [] });
  }
  const doubt = opened.doubt ?? (await doubtCircumstances(ground.database.read, row, null));
  return async () => {
    const placed = await ground.database.write((trx) =>
      place(trx, ground, row, { payload, authorId, doubt }),
    );
    if (!placed) return { alerted: [] };
    await tellOf(ground, row.school_id, placed.concernId);
    return { alerted: placed.alerted };
  };
}

async function place(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  opened: Readable,
): Promise<Placed | null> {
  const concern = await findConcernOf(trx, row.school_id, opened.payload.body.concernId);
  const sent = await isSent(trx, ground, row.school_id, opened);
  if (sent !== null && sent.same) {
    const { concernId } = sent;
    await settle(trx, ground, row, { verdict: 'duplicate', reason: null, concernId });
    return null;
  }
  const doubt = opened.doubt ?? (sent ? 'possible-duplicate' : null);
  const weighed = doubt ?? (await weighAction(trx, ground, row, { ...opened, concern }));
  return typeof weighed === 'string'
    ? raise(trx, ground, row, { opened, concern, quarantine: weighed })
    : add(trx, ground, row, weighed);
}

async function add(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  { actor, concernId, action, asked }: Weighed,
): Promise<Placed | null> {
  if (!(await settle(trx, ground, row, { verdict: 'recorded', reason: null, concernId }))) return null;
  const alerted = await insertAction(trx, ground, actor, {
    concernId,
    action,
    at: row.received_at,
    files: [],
    asked,
    envelope: row.envelope_id,
  });
  ground.faultPoint('before-record-commit');
  return { concernId, alerted };
}

async function raise(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  given: { opened: Readable; concern: ActedOn | null; quarantine: QuarantineReason },
): Promise<Placed | null> {
  const { opened, concern, quarantine } = given;
  const { body, ...written } = opened.payload;
  // Nothing may follow where another process was first, so the verdict comes before its concern is known.
  if (!(await settle(trx, ground, row, { verdict: 'quarantined', reason: quarantine, concernId: null })))
    return null;
  const words = { text: actionAsRecord(body, concern?.reference ?? null), sentAt: body.writtenAt };
  const { authorId } = opened;
  const raised = await raiseAsRecord(trx, ground, row, {
    written,
    words,
    authorId,
    quarantine,
    record: concern,
  });
  const { school_id: schoolId, envelope_id } = row;
  const { concernId, alerted } = raised;
  await trx('envelopes').where({ school_id: schoolId, envelope_id }).update({ concern_id: concernId });
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: authorId ?? `device:${row.device_id}`,
    what: 'concern.quarantined',
    object: `concern:${concernId}`,
    facts: { envelope: envelope_id, reason: quarantine, alerted },
  });
  ground.faultPoint('before-record-commit');
  return raised;
}

/** Whoever has it open sees at once that something is new. */
async function tellOf(ground: Ground, schoolId: string, concernId: string): Promise<void> {
  const nobody = { schoolId, staffId: '' };
  const known = (await knowConcerns(ground.database.read, ground, nobody, [concernId])).get(concernId);
  if (known) await tellReaders(ground, known.facts, concernId);
}
