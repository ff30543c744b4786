import { uuidv7 } from '../../protocol/identifiers';
import type { Waits } from '../../protocol/waits';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import type { AlertRow } from '../storage/rows/records';
import type { Alarm } from './alarm';
import { keyOfReason, type Reason, type Recipient } from './rules';
import type { Holds } from './waits/find-holds';

/** An alert that stands in its table, new or from before. */
export interface WrittenAlert {
  readonly alertId: string;
  readonly staffId: string;
  /** False where this person had been told of this concern before. */
  readonly fresh: boolean;
  /** They were told of it before, and are now in the place of somebody who is away. */
  readonly standsIn: boolean;
  /** As it is kept; null: push and e-mail did not wait. */
  readonly held: Waits | null;
}

type Kept = Pick<
  AlertRow,
  'id' | 'staff_id' | 'reasons' | 'away' | 'read_at' | 'held_for' | 'held_until' | 'created_at'
>;

const AT_ONCE = 200;

/**
 * Writes one alert per person. One that stands takes in what is new, and loses nothing that was true: it keeps its reasons
 * beside the new ones, and its person counts as away only while they were never told themselves. Who stands in for
 * somebody now has it under "To read" again. The number of statements does not depend on the number of people.
 */
export async function writeAlerts(
  trx: Transaction,
  ground: Ground,
  alarm: Pick<Alarm, 'schoolId' | 'concernId' | 'recipients' | 'at' | 'again'>,
  holds: Holds,
): Promise<WrittenAlert[]> {
  const { schoolId, concernId, recipients } = alarm;
  const rows = recipients.map(({ staffId, reasons, away }) => ({
    school_id: schoolId,
    id: uuidv7(ground.clock.now()),
    concern_id: concernId,
    staff_id: staffId,
    reasons: JSON.stringify(reasons),
    created_at: alarm.at,
    away: Number(away ?? false),
    held_for: holds.get(staffId)?.for ?? null,
    held_until: holds.get(staffId)?.until ?? null,
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await trx('alerts')
      .insert(rows.slice(at, at + AT_ONCE))
      .onConflict(UNIQUE)
      .ignore();
  const kept = await trx('alerts')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereIn(
      'staff_id',
      recipients.map(({ staffId }) => staffId),
    )
    .select('id', 'staff_id', 'reasons', 'away', 'read_at', 'held_for', 'held_until', 'created_at');
  const made = new Map(rows.map((row) => [row.staff_id, row]));
  const people = new Map(recipients.map((one) => [one.staffId, one]));
  const changed: (Kept & Changed)[] = [];
  const written = kept.map((row): WrittenAlert => {
    const recipient = people.get(row.staff_id);
    const isNew = made.get(row.staff_id)?.id === row.id;
    const now = isNew || !recipient ? null : merge(row, recipient, holds, alarm.again ?? false);
    if (now && differs(row, now)) changed.push({ ...row, ...now });
    const { held_for, held_until } = now ?? row;
    return {
      alertId: row.id,
      staffId: row.staff_id,
      fresh: isNew || (row.away === 1 && now?.away === 0),
      standsIn: now?.standsIn ?? false,
      held: held_for !== null && held_until !== null ? { for: held_for, until: held_until } : null,
    };
  });
  for (let at = 0; at < changed.length; at += AT_ONCE)
    await trx('alerts')
      // Each is there: an id of its own, so that the one constraint that it meets is the one that it is merged by.
      .insert(
        changed.slice(at, at + AT_ONCE).map((row) => updated(row, made.get(row.staff_id)?.id ?? '', alarm)),
      )
      .onConflict(UNIQUE)
      .merge([...MERGED]);
  return written;
}

const UNIQUE = ['school_id', 'concern_id', 'staff_id'];
const MERGED = ['reasons', 'away', 'read_at', 'held_for', 'held_until'] as const;
type Changed = Pick<AlertRow, (typeof MERGED)[number]> & { readonly standsIn: boolean };

/** What an alert that stands becomes when its person is alerted again. */
function merge(
  row: Kept,
  { staffId, reasons, away = false }: Recipient,
  holds: Holds,
  again: boolean,
): Changed {
  const before = JSON.parse(row.reasons) as Reason[];
  const known = new Set(before.map(keyOfReason));
  const added = reasons.filter((one) => !known.has(keyOfReason(one)));
  const standsIn = added.some(({ inPlaceOf }) => inPlaceOf !== undefined);
  // They are told for the first time, as if it were new.
  const first = row.away === 1 && !away;
  const hold = first ? holds.get(staffId) : undefined;
  return {
    reasons: added.length === 0 ? row.reasons : JSON.stringify([...before, ...added]),
    away: first ? 0 : row.away,
    read_at: again || standsIn ? null : row.read_at,
    held_for: hold?.for ?? row.held_for,
    held_until: hold?.until ?? row.held_until,
    standsIn,
  };
}

const differs = (row: Kept, now: Changed): boolean => MERGED.some((column) => row[column] !== now[column]);

function updated(
  { staff_id, created_at, reasons, away, read_at, held_for, held_until }: Kept & Changed,
  id: string,
  { schoolId, concernId }: Pick<Alarm, 'schoolId' | 'concernId'>,
) {
  const own = { school_id: schoolId, id, concern_id: concernId, staff_id, created_at };
  return { ...own, reasons, away, read_at, held_for, held_until };
}
