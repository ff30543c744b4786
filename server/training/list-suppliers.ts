import type { SuppliersSession } from '../../protocol/training';
import { appendAudit } from '../audit/append';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { momentOf } from '../school/quiet-hours';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { TrainingSessionRow } from '../storage/rows/training';
import { putSession } from './keep-training';
import { readSuppliersFile } from './suppliers-file';

/** Who lists and removes it, in the audit of each school. */
const SUPPLIER = 'supplier';

/**
 * Brings every school's list up to what stands in TRAINING_FILE. What a school took off its list stays off. A file that cannot
 * be read changes nothing: it is said in the log, and where the office keep their list.
 */
export async function listSuppliersSessions(ground: Ground): Promise<void> {
  const { sessions, fault } = await readSuppliersFile(ground.settings.trainingFile);
  if (fault !== null) {
    ground.log.warn({ setting: 'TRAINING_FILE' }, `the supplier's sessions are not listed: ${fault}`);
    return;
  }
  const schools = await ground.database.read('schools').select('id', 'time_zone');
  for (const school of schools)
    await ground.database.write((trx) => bringUpToDate(trx, ground, school, sessions));
}

interface AtSchool {
  readonly id: string;
  readonly time_zone: string;
}

async function bringUpToDate(
  trx: Transaction,
  ground: Ground,
  school: AtSchool,
  sessions: readonly SuppliersSession[],
): Promise<void> {
  const at = timeStamp(ground.clock);
  const schoolId = school.id;
  const here = { school_id: schoolId };
  const audit = (what: string, id: string) =>
    appendAudit(trx, { schoolId, at, actor: SUPPLIER, what, object: `training:${id}` });
  const listed = await trx('training_sessions').where(here).where('ends_at', '>', at);
  const gone = listed.filter(
    (row) => row.created_by === SUPPLIER && !sessions.some(({ id }) => id === row.id),
  );
  for (const { id } of gone) {
    await trx('training_places')
      .where({ ...here, session_id: id })
      .delete();
    await trx('training_sessions')
      .where({ ...here, id })
      .delete();
    await audit('training.removed', id);
  }
  for (const { id, ...given } of sessions) {
    const starts = momentOf(given.day, given.at, school.time_zone);
    const known = listed.find((row) => row.id === id);
    if (starts <= ground.clock.now() || (known && known.created_by !== SUPPLIER)) continue;
    if (known ? saysTheSame(ground, known, given, starts) : await wasTakenOff(trx, schoolId, id)) continue;
    await putSession(trx, ground, { schoolId, by: SUPPLIER, id, given, at });
    await audit('training.kept', id);
  }
}

function saysTheSame(
  ground: Ground,
  row: TrainingSessionRow,
  given: Omit<SuppliersSession, 'id'>,
  starts: number,
): boolean {
  const cells = cellsOf(ground.keys, row.school_id, 'training_sessions');
  return (
    cells.need(row.id, 'title', row.title) === given.title &&
    cells.need(row.id, 'url', row.url) === given.url &&
    row.audience === given.audience &&
    Date.parse(row.starts_at) === starts &&
    Date.parse(row.ends_at) === starts + given.minutes * MINUTE
  );
}

/** The audit remembers what a school removed; nothing else does. */
async function wasTakenOff(trx: Transaction, schoolId: string, id: string): Promise<boolean> {
  const rows: unknown = await trx('audit')
    .where({ school_id: schoolId, what: 'training.removed', object: `training:${id}` })
    .whereNot({ actor: SUPPLIER })
    .first('seq');
  return rows !== undefined;
}
