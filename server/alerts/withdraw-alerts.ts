import { isApart } from '../access/staff-path';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import type { AlertRow } from '../storage/rows/records';
import { readersOf } from './absence/readers';
import type { AlertedConcern, Reason } from './rules';

/** A concern that has just become another pupil's, inside the transaction that moved it. */
export interface Moved {
  readonly schoolId: string;
  readonly concernId: string;
  readonly concern: Pick<AlertedConcern, 'aboutStaff' | 'pupils'>;
  /** Whom the rules name for it now. */
  readonly named: ReadonlySet<string>;
  /** Who moves it, and looks at it. */
  readonly by: string;
  readonly at: string;
}

/** Reasons of a person's own, whichever pupil it is. */
const OWN: readonly string[] = [
  'by-hand',
  'group-by-hand',
  'fallback',
  'head',
  'chair',
  'about-staff',
  'waiting',
] satisfies Reason['code'][];
/** Alerts that gave nothing which their person could not look up anyway: they stay while that is so. */
const BESIDE: readonly string[] = [
  'given',
  'handed-over',
  'overdue',
  'addition',
  'action',
] satisfies Reason['code'][];

/**
 * Takes back the alerts of a concern that moved to another pupil: of staff who are close to that pupil, and of everybody
 * who had them by a rule alone, or in somebody's place, and whom no rule names now. They are kept in a table of their
 * own, so that nothing which asks for alerts finds them; what was not sent yet is not sent. A message that waits tells
 * of every alert that stands when it goes (`findHeld`), and one that gathers may tell of other concerns: they stay.
 * @returns whose they were
 */
export async function withdrawAlerts(trx: Transaction, ground: Ground, moved: Moved): Promise<string[]> {
  const { schoolId, concernId, at } = moved;
  const rows = await trx('alerts').where({ school_id: schoolId, concern_id: concernId });
  const reads = await readersOf(trx, ground, moved);
  const lost: AlertRow[] = [];
  for (const row of rows) if (!(await stays(row, moved, reads))) lost.push(row);
  if (lost.length === 0) return [];
  const ids = lost.map(({ id }) => id);
  await trx('withdrawn_alerts').insert(lost.map((row) => ({ ...row, withdrawn_at: at })));
  await trx('alerts').where({ school_id: schoolId }).whereIn('id', ids).delete();
  await trx('messages')
    .where({ school_id: schoolId, state: 'queued' })
    .whereNull('held_until')
    .where('alert_count', '<=', 1)
    .whereIn('alert_id', ids)
    .update({ state: 'failed', fault: 'read', lease_until: null });
  return lost.map(({ staff_id }) => staff_id);
}

async function stays(
  { staff_id, reasons }: AlertRow,
  { concern, named, by }: Moved,
  reads: (staffId: string) => Promise<boolean>,
): Promise<boolean> {
  if (!isApart(staff_id, concern)) return false;
  if (named.has(staff_id) || staff_id === by) return true;
  const all = JSON.parse(reasons) as Reason[];
  if (all.some(({ code, inPlaceOf }) => inPlaceOf === undefined && OWN.includes(code))) return true;
  return all.some(({ code }) => BESIDE.includes(code)) && (await reads(staff_id));
}
