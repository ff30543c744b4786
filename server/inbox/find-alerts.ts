import type { InboxFilter } from '../../protocol/inbox';
import { groupWorks, type StaffActor } from '../access/actor';
import { mayReadConcern, type ClassRestrictions } from '../access/concern';
import { timeStamp } from '../clock';
import { loadConcerns, UNDO_LIFE, type KnownConcern, type LoadedConcern } from '../records/load-facts';
import type { Ground } from '../ground';
import type { AlertRow } from '../storage/rows/records';
import { readFitting } from './inbox-filter';

/** Rows of one page. */
const PAGE = 100;
/** The most rows that are looked through at once, where many are hidden. */
const MOST_AT_ONCE = 800;

export type InboxView = 'to-read' | 'mine' | 'all';

const COLUMNS = ['a.id', 'a.concern_id', 'a.created_at', 'a.opened_at', 'a.read_at'] as const;
type AlertRecord = Pick<AlertRow, 'id' | 'concern_id' | 'created_at' | 'opened_at' | 'read_at'>;

/** An alert that its person may know of, with its concern. */
export interface ShownAlert {
  readonly row: AlertRecord;
  readonly one: LoadedConcern;
}

export interface AlertPage {
  readonly shown: readonly ShownAlert[];
  /** Where the next page begins; null at the end. Made of a row that is shown, so it tells of no hidden one. */
  readonly cursor: string | null;
}

/**
 * One page of a person's alerts, newest first. The access rule is asked before anything else, so it looks on
 * until the page is full and one more row is found, or there are no more: a page that is not full is the last.
 */
export async function findAlerts(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  given: { view: InboxView; cursor?: string | undefined } & InboxFilter,
): Promise<AlertPage> {
  const fits = await readFitting(ground, viewer, restrictions, given);
  const shown: ShownAlert[] = [];
  let { cursor } = given;
  for (let most = PAGE + 1; shown.length <= PAGE; most = Math.min(most * 2, MOST_AT_ONCE)) {
    const rows = await readAlerts(ground, viewer, { ...given, cursor, most });
    shown.push(...(await onlyShown(ground, viewer, restrictions, rows)).filter(({ one }) => fits(one)));
    const last = rows.at(-1);
    if (!last || rows.length < most) break;
    cursor = cursorOf(last);
  }
  const page = shown.slice(0, PAGE);
  const end = page.at(-1);
  return { shown: page, cursor: end && shown.length > PAGE ? cursorOf(end.row) : null };
}

/** Time and id: two alerts of the same millisecond have an order too (protocol/inbox.ts). */
function cursorOf(row: AlertRecord): string {
  return `${row.created_at}~${row.id}`;
}

async function onlyShown(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  rows: readonly AlertRecord[],
): Promise<ShownAlert[]> {
  const ids = rows.map((row) => row.concern_id);
  const loaded = await loadConcerns(ground.database.read, ground, viewer, ids);
  return rows.flatMap((row) => {
    const one = loaded.get(row.concern_id);
    return one && isShown(viewer, one, restrictions) ? [{ row, one }] : [];
  });
}

/** A higher-level person who is not elevated sees that an alert waits; everybody else what they may read now. */
export function isShown(viewer: StaffActor, one: KnownConcern, restrictions: ClassRestrictions): boolean {
  if (groupWorks(viewer)) return mayReadConcern(viewer, one.facts, restrictions) !== null;
  return (
    mayReadConcern({ ...viewer, elevated: true }, one.facts, restrictions) !== null &&
    one.alert?.readAt === null
  );
}

async function readAlerts(
  ground: Ground,
  viewer: StaffActor,
  { view, cursor, most }: { view: InboxView; cursor?: string | undefined; most: number },
): Promise<AlertRecord[]> {
  const query = ground.database
    .read('alerts as a')
    .where({ 'a.school_id': viewer.schoolId })
    .orderBy([
      { column: 'a.created_at', order: 'desc' },
      { column: 'a.id', order: 'desc' },
    ])
    .limit(most)
    .select<AlertRecord[]>(...COLUMNS);
  const [at, id] = cursor?.split('~') ?? [];
  if (at !== undefined && id !== undefined) {
    query.where((older) =>
      older
        .where('a.created_at', '<', at)
        .orWhere((same) => same.where('a.created_at', at).where('a.id', '<', id)),
    );
  }
  if (view === 'to-read') query.whereIn('a.id', unreadOf(ground, viewer));
  else query.where({ 'a.staff_id': viewer.staffId });
  if (view === 'mine') {
    // Asked of each alert in its order, so that a page of the newest is found without sorting all that was ever taken.
    query.whereExists((taken) =>
      taken
        .from('concerns as c')
        .where({ 'c.school_id': viewer.schoolId, 'c.taken_by': viewer.staffId })
        .where('c.id', ground.database.read.ref('a.concern_id'))
        .select('c.id'),
    );
  }
  return query;
}

/** Ids of one person's alerts that are not read, or were so lately that it can be undone: few, whatever the years. */
function unreadOf({ database, clock }: Ground, { schoolId, staffId }: StaffActor) {
  const own = () => database.read('alerts').where({ school_id: schoolId, staff_id: staffId }).select('id');
  return own()
    .whereNull('read_at')
    .unionAll(own().where('read_at', '>', timeStamp(clock, -UNDO_LIFE)));
}
