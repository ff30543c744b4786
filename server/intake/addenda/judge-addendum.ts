import { canonicalJson } from '../../../protocol/canonical-json';
import { DAY, timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';
import { doubtCircumstances } from '../doubt-circumstances';
import type { UnjudgedRow, Verdict } from '../judging';
import { openWords, type Opened } from '../open-raw';
import { settle } from '../settle';
import { recordConcern } from '../record-concern';

/** So long an addition waits for a record that has not come (failures.md, S10), ms. */
const WAITS = DAY;

/**
 * What an author wrote after sending a record: opened and proved, then kept sealed until its record is there
 * (match-addendum.ts). It waits even where there is a doubt: whom its record is about says who may know of it.
 */
export async function judgeAddendum(ground: Ground, row: UnjudgedRow): Promise<() => Promise<Verdict>> {
  const opened = await openWords(ground, row.school_id, row.raw, 'addendum');
  const { payload, authorId } = opened;
  if (!payload) {
    const quarantine = opened.doubt;
    return () => recordConcern(ground, row, { opened, bodyHash: null, quarantine, files: [] });
  }
  const doubt = opened.doubt ?? (await doubtCircumstances(ground.database.read, row, null));
  return async () => {
    await ground.database.write(async (trx) => {
      const settled = { verdict: 'kept', reason: null, concernId: null } as const;
      if (await settle(trx, ground, row, settled)) await keep(trx, ground, row, { payload, authorId, doubt });
    });
    return { alerted: [] };
  };
}

type Readable = Extract<Opened<'addendum'>, { payload: object }>;

async function keep(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  { payload, authorId, doubt }: Readable,
): Promise<void> {
  const sealed = canonicalJson(JSON.parse(JSON.stringify(payload)));
  await trx('addenda').insert({
    school_id: row.school_id,
    envelope_id: row.envelope_id,
    lineage_id: row.lineage_id,
    record_id: payload.body.recordId,
    author_id: authorId,
    doubt,
    ...cellsOf(ground.keys, row.school_id, 'addenda').seal(row.envelope_id, { payload: sealed }),
    received_at: row.received_at,
    late_at: timeStamp(ground.clock, WAITS),
  });
}
