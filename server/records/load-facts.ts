import type { ConcernFacts, ConcernPupilFacts } from '../access/concern';
import { keepersOfStaffConcern } from '../access/staff-path';
import { MINUTE } from '../clock';
import type { Ground } from '../ground';
import { readDutyList } from '../school/duty';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { AlertRow, ConcernRow } from '../storage/rows/records';
import type { CategoryRow } from '../storage/rows/school';

/** How long "Mark as read" may be undone (product.md section 4). */
export const UNDO_LIFE = 10 * MINUTE;

/** One concern with what the policy must know of it, and without its text. */
export interface KnownConcern {
  readonly row: Omit<ConcernRow, 'body' | 'author_typed'>;
  readonly facts: ConcernFacts;
  readonly alert: AlertFacts | null;
  /** Who each pupil of the body is today, by their place in it; a pupil nobody has matched is not there. */
  readonly pupilAt: ReadonlyMap<number, string>;
}
/** The same with its text. */
export interface LoadedConcern extends KnownConcern {
  readonly row: ConcernRow;
}
export interface AlertFacts {
  readonly id: string;
  readonly readAt: string | null;
  readonly openedAt: string | null;
  readonly undo: boolean;
}

interface Viewer {
  readonly schoolId: string;
  readonly staffId: string;
}

/** Loads the concerns of these ids as one staff member relates to them, in a fixed number of statements. */
export async function loadConcerns(
  reader: Reader,
  ground: Ground,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, LoadedConcern>> {
  if (ids.length === 0) return new Map();
  const rows = reader('concerns').where({ school_id: viewer.schoolId }).whereIn('id', ids);
  return relate(reader, ground, viewer, ids, rows);
}

/** Everything but the texts, which are most of the bytes: for counting, and for deciding what may be shown. */
export async function knowConcerns(
  reader: Reader,
  ground: Ground,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, KnownConcern>> {
  if (ids.length === 0) return new Map();
  const rows = reader('concerns').where({ school_id: viewer.schoolId }).whereIn('id', ids);
  return relate(reader, ground, viewer, ids, rows.select<KnownConcern['row'][]>(...withoutText));
}

const withoutText = [
  'school_id',
  'id',
  'envelope_id',
  'lineage_id',
  'reference',
  'author_id',
  'device_id',
  'body_hash',
  'about_staff',
  'urgent',
  'happened_at',
  'written_at',
  'received_at',
  'quarantine',
  'taken_by',
  'taken_at',
  'closed_at',
  'level',
  'decision',
  'decided_by',
  'decided_at',
  'joined_into',
  'doubted',
  'escalation_step',
  'escalates_at',
] as const satisfies readonly (keyof KnownConcern['row'])[];

async function relate<Row extends KnownConcern['row']>(
  reader: Reader,
  ground: Ground,
  { schoolId, staffId }: Viewer,
  ids: readonly string[],
  reading: PromiseLike<Row[]>,
): Promise<Map<string, KnownConcern & { readonly row: Row }>> {
  const rows = await reading;
  const categories = await loadCategories(reader, schoolId, ids);
  const pupils = await loadPupils(reader, schoolId, ids);
  const alerts = await reader('alerts')
    .where({ school_id: schoolId, staff_id: staffId })
    .whereIn('concern_id', ids);
  const about = await loadAboutStaff(reader, schoolId, ids);
  // Also where no concern is about staff: the answer about one takes no longer than about none (access.md, Traps).
  const duty = await readDutyList(reader, schoolId);
  const alertOf = new Map(alerts.map((row) => [row.concern_id, alertFacts(row, ground.clock.now())]));
  return new Map(
    rows.map((row) => {
      const alert = alertOf.get(row.id) ?? null;
      const aboutStaff = new Set(about.get(row.id));
      const facts: ConcernFacts = {
        kind: 'concern',
        schoolId,
        categories: categories.get(row.id) ?? [],
        pupils: (pupils.get(row.id) ?? []).map(({ facts }) => facts),
        aboutStaff,
        keptBy: row.about_staff === 1 ? keepersOfStaffConcern(aboutStaff, duty) : null,
        quarantined: row.quarantine !== null,
        settled: row.quarantine !== null && row.decision !== null,
        alert,
      };
      const pupilAt = new Map(
        pupils.get(row.id)?.map(({ position, facts: { pupilId } }) => [position, pupilId]),
      );
      return [row.id, { row, facts, alert, pupilAt }];
    }),
  );
}

function alertFacts(row: AlertRow, now: number): AlertFacts {
  const undo = row.read_at !== null && now - Date.parse(row.read_at) < UNDO_LIFE;
  return { id: row.id, readAt: row.read_at, openedAt: row.opened_at, undo };
}

/** What a link leads from. */
type Linked = { readonly concern_id: string };

async function loadCategories(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, { id: string; restricted: boolean }[]>> {
  const rows = await reader('concern_categories as l')
    .join('categories as c', (on) => on.on('c.id', 'l.category_id').andOn('c.school_id', 'l.school_id'))
    .where({ 'l.school_id': schoolId })
    .whereIn('l.concern_id', ids)
    .select<(Linked & Pick<CategoryRow, 'id' | 'restricted'>)[]>('l.concern_id', 'c.id', 'c.restricted');
  return groupBy(
    rows,
    (row) => row.concern_id,
    (row) => ({ id: row.id, restricted: row.restricted === 1 }),
  );
}

/** Staff whom concerns are about. */
export async function loadAboutStaff(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader('concern_staff')
    .where({ school_id: schoolId })
    .whereIn('concern_id', ids)
    .select('concern_id', 'staff_id');
  return groupBy(
    rows,
    (row) => row.concern_id,
    (row) => row.staff_id,
  );
}

/** Links first and pupils by their ids: as one join, a database may walk the whole roll and all that was ever written. */
async function loadPupils(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, { position: number; facts: ConcernPupilFacts }[]>> {
  const links = await reader('concern_pupils')
    .where({ school_id: schoolId })
    .whereIn('concern_id', ids)
    .select('concern_id', 'position', 'pupil_id');
  const known = await loadPupilFacts(reader, schoolId, [
    ...new Set(links.flatMap((link) => link.pupil_id ?? [])),
  ]);
  const found = links.flatMap(({ concern_id, position, pupil_id }) => {
    const facts = known.get(pupil_id ?? '');
    return facts ? [{ concern_id, position, facts }] : [];
  });
  return groupBy(
    found,
    (link) => link.concern_id,
    ({ position, facts }) => ({ position, facts }),
  );
}

/** What the policy must know of these pupils, by their ids. */
export async function loadPupilFacts(
  reader: Reader,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<Map<string, ConcernPupilFacts>> {
  const pupils = await reader('pupils')
    .where({ school_id: schoolId })
    .whereIn('id', pupilIds)
    .select('id', 'class_id', 'year_group_id');
  const connected = await loadConnected(reader, schoolId, pupilIds);
  return new Map(
    pupils.map((row): [string, ConcernPupilFacts] => [
      row.id,
      {
        pupilId: row.id,
        classId: row.class_id,
        yearGroupId: row.year_group_id,
        connectedStaff: new Set(connected.get(row.id) ?? []),
      },
    ]),
  );
}

async function loadConnected(
  reader: Reader,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader('connected_staff')
    .where({ school_id: schoolId })
    .whereIn('pupil_id', pupilIds)
    .select('pupil_id', 'staff_id');
  return groupBy(
    rows,
    (row) => row.pupil_id,
    (row) => row.staff_id,
  );
}
