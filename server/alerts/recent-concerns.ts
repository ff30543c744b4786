import { DAY } from '../clock';
import type { Ground } from '../ground';
import { PREVIEW_DAYS } from '../../protocol/automatic-alerts';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { AlertedConcern, AlertedPupil } from './rules';

/** A concern of which an administrator may count, though not read it. */
interface Viewer {
  readonly schoolId: string;
  readonly staffId: string;
}

/** What was written, as far as alerts depend on it: no text, no name. */
type Written = readonly { readonly id: string; readonly author_id: string | null }[];

/**
 * Concerns that arrived in the last PREVIEW_DAYS, as the rules look at them today. Left out before anything is counted:
 * those of a pupil to whom this person is connected (access.md, "connected staff"), quarantined ones and those about a member of staff, which no rule
 * looks at. Five reads, whatever the number.
 */
export async function loadRecentConcerns(ground: Ground, viewer: Viewer): Promise<AlertedConcern[]> {
  const reader = ground.database.read;
  const since = new Date(ground.clock.now() - PREVIEW_DAYS * DAY).toISOString();
  const written: Written = await recent(reader, viewer, since).select('id', 'author_id');
  const [categories, pupils] = await Promise.all([
    readCategories(reader, viewer, since),
    readPupils(reader, viewer, since),
  ]);
  return written.flatMap(({ id, author_id }) => {
    const own = pupils.get(id) ?? [];
    if (own.some(({ connectedStaff }) => connectedStaff.has(viewer.staffId))) return [];
    return [
      {
        authorId: author_id,
        aboutStaff: new Set<string>(),
        staffPath: false,
        pupils: own,
        categories: categories.get(id) ?? [],
        byHand: { staff: [], groups: [] },
        quarantined: false,
      },
    ];
  });
}

function recent(reader: Reader, { schoolId }: Viewer, since: string) {
  return reader('concerns')
    .where({ school_id: schoolId })
    .where('received_at', '>=', since)
    .where({ about_staff: 0 })
    .whereNull('quarantine');
}

async function readCategories(
  reader: Reader,
  viewer: Viewer,
  since: string,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await reader('concern_categories')
    .where({ school_id: viewer.schoolId })
    .whereIn('concern_id', recent(reader, viewer, since).select('id'))
    .select('concern_id', 'category_id');
  return groupBy(
    rows,
    (row) => row.concern_id,
    (row) => row.category_id,
  );
}

/** Pupils with the class and year group in which they are today. */
async function readPupils(
  reader: Reader,
  viewer: Viewer,
  since: string,
): Promise<ReadonlyMap<string, AlertedPupil[]>> {
  const here = { school_id: viewer.schoolId };
  const [links, places, connected] = await Promise.all([
    reader('concern_pupils')
      .where(here)
      .whereIn('concern_id', recent(reader, viewer, since).select('id'))
      .whereNotNull('pupil_id')
      .select('concern_id', 'pupil_id'),
    reader('pupils').where(here).select('id', 'class_id', 'year_group_id'),
    reader('connected_staff').where(here).select('pupil_id', 'staff_id'),
  ]);
  const near = groupBy(
    connected,
    (row) => row.pupil_id,
    (row) => row.staff_id,
  );
  const pupils = new Map(
    places.map((row) => [
      row.id,
      { classId: row.class_id, yearGroupId: row.year_group_id, connectedStaff: new Set(near.get(row.id)) },
    ]),
  );
  const nowhere = { classId: null, yearGroupId: null, connectedStaff: new Set<string>() };
  return groupBy(
    links,
    (row) => row.concern_id,
    (row) => pupils.get(row.pupil_id ?? '') ?? nowhere,
  );
}
