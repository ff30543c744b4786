import { groupWorks, type StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import { isNear, mayReadConcern, type ClassRestrictions } from '../../access/concern';
import type { Ground } from '../../ground';
import { knowConcerns, type KnownConcern } from '../../records/load-facts';
import type { Reader } from '../../storage/database';
import type { ConcernActionRow } from '../../storage/rows/records';

/** The most that is shown of what waits for others; what is one's own is shown whole. */
const MOST_OF_OTHERS = 100;

const COLUMNS = ['id', 'concern_id', 'kind', 'text', 'covers', 'due_day', 'owner_id', 'agency_id'] as const;
type DueRow = Pick<ConcernActionRow, (typeof COLUMNS)[number]>;

/** Something due that its viewer may know of. */
export interface Due {
  readonly row: DueRow;
  readonly mine: boolean;
  /** They could open its concern, with full access at least. */
  readonly opens: boolean;
}

/**
 * What is due for one person, and what waits for others in concerns that they decide about, by its last day.
 * @returns `more`: how many that wait for others were left out
 */
export async function findDue(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
): Promise<{ due: readonly Due[]; more: number }> {
  const { read } = ground.database;
  const own = await ownDue(read, viewer);
  // Whoever is not elevated decides about nothing now.
  const others = groupWorks(viewer) ? await othersDue(read, viewer) : [];
  const known = await knowAll(ground, viewer, [...own, ...others]);
  const mine = own.flatMap((row) => {
    const one = known.get(row.concern_id);
    return one && isNear(viewer, one.facts)
      ? [{ row, mine: true, opens: mayOpen(viewer, one, restrictions) }]
      : [];
  });
  const waiting = others.filter((row) => {
    const one = known.get(row.concern_id);
    const guarded = one && ({ kind: 'guarded-concern', concern: one.facts, restrictions } as const);
    return guarded !== undefined && can(viewer, 'concern.lead', guarded);
  });
  const shown = waiting.slice(0, MOST_OF_OTHERS).map((row) => ({ row, mine: false, opens: true }));
  return { due: [...mine, ...shown], more: waiting.length - shown.length };
}

/** How much of one's own is late or due today, of what one may know of. @param today yyyy-mm-dd on the school's wall */
export async function countDue(ground: Ground, viewer: StaffActor, today: string): Promise<number> {
  const rows = await ownDue(ground.database.read, viewer).where('a.due_day', '<=', today);
  const known = await knowAll(ground, viewer, rows);
  return rows.filter(({ concern_id }) => {
    const one = known.get(concern_id);
    return one !== undefined && isNear(viewer, one.facts);
  }).length;
}

function knowAll(ground: Ground, viewer: StaffActor, rows: readonly DueRow[]) {
  const ids = [...new Set(rows.map((row) => row.concern_id))];
  return knowConcerns(ground.database.read, ground, viewer, ids);
}

function mayOpen(viewer: StaffActor, { facts }: KnownConcern, restrictions: ClassRestrictions): boolean {
  return mayReadConcern({ ...viewer, elevated: true }, facts, restrictions) !== null;
}

function ownDue(reader: Reader, viewer: StaffActor) {
  return openDue(reader, viewer).where('a.owner_id', viewer.staffId);
}

function othersDue(reader: Reader, viewer: StaffActor) {
  return openDue(reader, viewer).where((other) =>
    other.whereNot('a.owner_id', viewer.staffId).orWhereNull('a.owner_id'),
  );
}

/** Everything that is still to be done about concerns that nobody has closed. */
function openDue(reader: Reader, { schoolId }: StaffActor) {
  return reader('concern_actions as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where('a.school_id', schoolId)
    .whereNotNull('a.due_day')
    .whereNull('a.done_at')
    .whereNull('c.closed_at')
    .orderBy(['a.due_day', 'a.id'])
    .select<DueRow[]>(...COLUMNS.map((column) => `a.${column}`));
}
