import type { AlertRow, InboxFilter } from '../../protocol/inbox';
import { groupWorks, type StaffActor } from '../access/actor';
import { seesAllPupils, seesPupil, type ClassRestrictions } from '../access/concern';
import { HOUR } from '../clock';
import { showAbout } from '../concerns/about-shown';
import { openBody } from '../concerns/body';
import { UNDO_LIFE, type LoadedConcern } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { statusOf } from '../concerns/present';
import { readPupilFiles, type PupilFile } from '../concerns/pupils-shown';
import type { Ground } from '../ground';
import { initialsOf, readNamed, readStaffNames, type StaffNames } from '../school/names';
import { countOthers } from './count-others';
import { findAlerts, type InboxView, type ShownAlert } from './find-alerts';
import { noteShown } from './note-shown';
import { readSince } from './since-opened';

/** Longest preview: the first words of the record. */
const PREVIEW = 90;
/** Written this long before it arrived: the list says so. */
const LATE = HOUR;

/** One page of a person's alerts as the list shows them. @param given.cursor where the page before ended */
export async function listInbox(
  ground: Ground,
  viewer: StaffActor,
  given: { view: InboxView; cursor?: string | undefined } & InboxFilter,
): Promise<{ rows: AlertRow[]; cursor: string | null }> {
  const restrictions = await loadRestrictions(ground.database.read, viewer.schoolId);
  const { shown, cursor } = await findAlerts(ground, viewer, restrictions, given);
  if (!groupWorks(viewer)) return { rows: presentRows(ground, shown, () => null), cursor };
  const unopened = shown.filter(({ row }) => row.opened_at === null);
  await noteShown(
    ground,
    viewer,
    unopened.map(({ one }) => one.row.id),
  );
  const concerns = shown.map(({ one }) => one);
  const contentOf = await readContents(ground, viewer, concerns, restrictions);
  const sinceOf = await readSince(ground, viewer.schoolId, shown);
  const contents = (alert: ShownAlert) => ({ ...contentOf(alert.one), ...sinceOf(alert) });
  return { rows: presentRows(ground, shown, contents), cursor };
}

function presentRows(
  ground: Ground,
  shown: readonly ShownAlert[],
  contentOf: (alert: ShownAlert) => AlertRow['concern'],
): AlertRow[] {
  const now = ground.clock.now();
  return shown.map((alert) => {
    const { row, one } = alert;
    const written = one.row.written_at;
    const late = written !== null && Date.parse(one.row.received_at) - Date.parse(written) > LATE;
    return {
      alertId: row.id,
      concernId: row.concern_id,
      reference: one.row.reference,
      urgent: one.row.urgent === 1,
      at: row.created_at,
      writtenAt: late ? written : null,
      openedAt: row.opened_at,
      readAt: row.read_at,
      undo: row.read_at !== null && now - Date.parse(row.read_at) < UNDO_LIFE,
      concern: contentOf(alert),
    };
  });
}

async function readContents(
  ground: Ground,
  viewer: StaffActor,
  concerns: readonly LoadedConcern[],
  restrictions: ClassRestrictions,
): Promise<(one: LoadedConcern) => NonNullable<AlertRow['concern']>> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const pupilIds = [...new Set(concerns.flatMap((one) => one.facts.pupils.map((pupil) => pupil.pupilId)))];
  const files = await readPupilFiles(read, ground, schoolId, pupilIds);
  const staff = await readStaffNames(
    read,
    ground,
    schoolId,
    concerns.flatMap(({ row, facts }) => [...(row.taken_by ? [row.taken_by] : []), ...facts.aboutStaff]),
  );
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = await read('categories').where({ school_id: schoolId }).select('id', 'colour');
  const colourOf = new Map(colours.map((row) => [row.id, row.colour]));
  const others = await countOthers(ground, viewer, restrictions, pupilIds);
  return (one) => ({
    ...pupilsAndWords(ground, viewer, one, { files, restrictions, staff }),
    categories: one.facts.categories.map(({ id }) => ({
      name: names.get(id) ?? '',
      colour: colourOf.get(id) ?? '',
    })),
    takenBy: one.row.taken_by
      ? { name: staff.get(one.row.taken_by)?.name ?? '', you: one.row.taken_by === viewer.staffId }
      : null,
    status: statusOf(one.row),
    ...(one.row.level === null ? {} : { level: one.row.level }),
    ...others(one),
  });
}

/** What the words of a list are made of. */
interface Known {
  readonly files: ReadonlyMap<string, PupilFile>;
  readonly restrictions: ClassRestrictions;
  readonly staff: ReadonlyMap<string, StaffNames>;
}

function pupilsAndWords(
  ground: Ground,
  viewer: StaffActor,
  one: LoadedConcern,
  { files, restrictions, staff }: Known,
): Pick<NonNullable<AlertRow['concern']>, 'pupils' | 'about' | 'preview'> {
  const sealed = one.row.quarantine !== null && one.row.taken_by === null && one.facts.pupils.length === 0;
  const body = sealed ? null : openBody(ground, viewer.schoolId, one.row);
  const all = seesAllPupils(viewer, one.facts);
  const pupils = (body?.pupils ?? []).map((pupil, at) => {
    const id = one.pupilAt.get(at);
    // Described by its author, and not matched with a pupil yet.
    if (pupil.kind !== 'listed' && id === undefined)
      return { name: pupil.description, initials: '', className: null };
    const file = files.get(id ?? '');
    const fact = one.facts.pupils.find(({ pupilId }) => pupilId === id);
    if (fact && !all && !seesPupil(viewer, fact, restrictions))
      return { name: '', initials: '', className: null };
    const name = file?.name ?? (pupil.kind === 'listed' ? pupil.shown : pupil.description);
    return { name, initials: initialsOf(name), className: file?.className ?? null };
  });
  const about = showAbout(body, staff)?.map(({ name }) => name) ?? null;
  return { pupils, about, preview: (body?.text ?? '').slice(0, PREVIEW) };
}
