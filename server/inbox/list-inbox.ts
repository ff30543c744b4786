import type { AlertRow } from '../../protocol/inbox';
import { groupWorks, type StaffActor } from '../access/actor';
import { mayReadConcern, seesPupil, type ClassRestrictions } from '../access/concern';
import { HOUR, timeStamp } from '../clock';
import { openBody } from '../concerns/body';
import { loadConcerns, UNDO_LIFE, type LoadedConcern } from '../concerns/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { statusOf } from '../concerns/present';
import { readPupilFiles, type PupilFile } from '../concerns/pupils-shown';
import type { Ground } from '../ground';
import { initialsOf, readNamed, readStaffNames } from '../school/names';
import { countEarlier } from './count-earlier';
import { noteShown } from './note-shown';

/** Rows of one page. */
const PAGE = 100;
/** Longest preview: the first words of the record. */
const PREVIEW = 90;
/** Written this long before it arrived: the list says so. */
const LATE = HOUR;

export type InboxView = 'to-read' | 'mine' | 'all';

interface AlertIdRow {
  id: string;
  concern_id: string;
  created_at: string;
  read_at: string | null;
}

/** One page of a person's alerts, filtered before anything is counted or shown. */
export async function listInbox(
  ground: Ground,
  viewer: StaffActor,
  given: { view: InboxView; before?: string | undefined },
): Promise<AlertRow[]> {
  const rows = await findAlerts(ground, viewer, given);
  const restrictions = await loadRestrictions(ground.database.read, viewer.schoolId);
  const loaded = await loadConcerns(
    ground.database.read,
    ground,
    viewer,
    rows.map((row) => row.concern_id),
  );
  const shown = rows.flatMap((row) => {
    const one = loaded.get(row.concern_id);
    return one && isShown(viewer, one, restrictions) ? [{ row, one }] : [];
  });
  if (groupWorks(viewer)) {
    const unopened = shown.filter(({ one }) => one.alert !== null && one.alert.openedAt === null);
    await noteShown(
      ground,
      viewer,
      unopened.map(({ one }) => one.row.id),
    );
  }
  return presentRows(ground, viewer, shown, loaded, restrictions);
}

/** A higher-level person who is not elevated sees that an alert waits; everybody else what they may read now. */
function isShown(viewer: StaffActor, one: LoadedConcern, restrictions: ClassRestrictions): boolean {
  if (groupWorks(viewer)) return mayReadConcern(viewer, one.facts, restrictions) !== null;
  return (
    mayReadConcern({ ...viewer, elevated: true }, one.facts, restrictions) !== null &&
    one.alert?.readAt === null
  );
}

async function findAlerts(
  ground: Ground,
  viewer: StaffActor,
  { view, before }: { view: InboxView; before?: string | undefined },
): Promise<AlertIdRow[]> {
  const query = ground.database
    .read('alerts as a')
    .where({ 'a.school_id': viewer.schoolId, 'a.staff_id': viewer.staffId })
    .orderBy('a.created_at', 'desc')
    .limit(PAGE)
    .select('a.id', 'a.concern_id', 'a.created_at', 'a.read_at');
  if (before) query.where('a.created_at', '<', before);
  if (view === 'to-read') {
    const undoFrom = timeStamp(ground.clock, -UNDO_LIFE);
    query.where((either) => either.whereNull('a.read_at').orWhere('a.read_at', '>', undoFrom));
  }
  if (view === 'mine') {
    query
      .join('concerns as c', (on) => on.on('c.id', 'a.concern_id').andOn('c.school_id', 'a.school_id'))
      .where('c.taken_by', viewer.staffId);
  }
  return (await query) as AlertIdRow[];
}

/** How many alerts wait and how many concerns this person has taken. */
export async function countInbox(
  ground: Ground,
  viewer: StaffActor,
): Promise<{ toRead: number; mine: number }> {
  const { read } = ground.database;
  const where = { school_id: viewer.schoolId };
  const unread = await read('alerts')
    .where({ ...where, staff_id: viewer.staffId, read_at: null })
    .pluck<string[]>('concern_id');
  const taken = await read('concerns')
    .where({ ...where, taken_by: viewer.staffId, closed_at: null })
    .pluck<string[]>('id');
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const loaded = await loadConcerns(read, ground, viewer, [...new Set([...unread, ...taken])]);
  const count = (ids: readonly string[]) =>
    ids.filter((id) => {
      const one = loaded.get(id);
      return (
        one !== undefined && mayReadConcern({ ...viewer, elevated: true }, one.facts, restrictions) !== null
      );
    }).length;
  return { toRead: count(unread), mine: groupWorks(viewer) ? count(taken) : 0 };
}

async function presentRows(
  ground: Ground,
  viewer: StaffActor,
  shown: readonly { row: AlertIdRow; one: LoadedConcern }[],
  loaded: ReadonlyMap<string, LoadedConcern>,
  restrictions: ClassRestrictions,
): Promise<AlertRow[]> {
  const show = groupWorks(viewer) ? await readContents(ground, viewer, loaded, restrictions) : () => null;
  const now = ground.clock.now();
  return shown.map(({ row, one }) => {
    const written = one.row.written_at;
    const late = written !== null && Date.parse(one.row.received_at) - Date.parse(written) > LATE;
    return {
      alertId: row.id,
      concernId: row.concern_id,
      reference: one.row.reference,
      urgent: one.row.urgent === 1,
      at: row.created_at,
      writtenAt: late ? written : null,
      readAt: row.read_at,
      undo: row.read_at !== null && now - Date.parse(row.read_at) < UNDO_LIFE,
      concern: show(one),
    };
  });
}

async function readContents(
  ground: Ground,
  viewer: StaffActor,
  loaded: ReadonlyMap<string, LoadedConcern>,
  restrictions: ClassRestrictions,
): Promise<(one: LoadedConcern) => AlertRow['concern']> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const all = [...loaded.values()];
  const pupilIds = [...new Set(all.flatMap((one) => one.facts.pupils.map((pupil) => pupil.pupilId)))];
  const files = await readPupilFiles(read, ground, schoolId, pupilIds);
  const staff = await readStaffNames(
    read,
    ground,
    schoolId,
    all.flatMap((one) => one.row.taken_by ?? []),
  );
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = await read('categories')
    .where({ school_id: schoolId })
    .select<{ id: string; colour: string }[]>('id', 'colour');
  const colourOf = new Map(colours.map((row) => [row.id, row.colour]));
  const earlier = await countEarlier(ground, viewer, restrictions, pupilIds);
  return (one) => ({
    ...pupilsAndWords(ground, viewer, one, files, restrictions),
    categories: one.facts.categories.map(({ id }) => ({
      name: names.get(id) ?? '',
      colour: colourOf.get(id) ?? '',
    })),
    takenBy: one.row.taken_by ? (staff.get(one.row.taken_by)?.name ?? null) : null,
    status: statusOf(one.row),
    earlier: earlier(one),
  });
}

function pupilsAndWords(
  ground: Ground,
  viewer: StaffActor,
  one: LoadedConcern,
  files: ReadonlyMap<string, PupilFile>,
  restrictions: ClassRestrictions,
): { pupils: NonNullable<AlertRow['concern']>['pupils']; preview: string } {
  const sealed = one.row.quarantine !== null && one.row.taken_by === null && one.facts.pupils.length === 0;
  const body = sealed ? null : openBody(ground, viewer.schoolId, one.row.id, one.row.body);
  const alerted = one.alert !== null && (one.alert.readAt === null || one.alert.undo);
  const pupils = (body?.pupils ?? []).map((pupil) => {
    if (pupil.kind !== 'listed') return { name: pupil.description, initials: '', className: null };
    const file = files.get(pupil.pupilId);
    const fact = one.facts.pupils.find((candidate) => candidate.pupilId === pupil.pupilId);
    if (fact && !alerted && !seesPupil(viewer, fact, restrictions))
      return { name: '', initials: '', className: null };
    const name = file?.name ?? pupil.shown;
    return { name, initials: initialsOf(name), className: file?.className ?? null };
  });
  return { pupils, preview: (body?.text ?? '').slice(0, PREVIEW) };
}
