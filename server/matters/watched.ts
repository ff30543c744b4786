import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import { anyObject, can } from '../access/can';
import { maySeePupil } from '../access/pupil';
import type { ReplyOf } from '../../protocol/endpoint';
import type { listWatched as listing } from '../../protocol/watching';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readPupilNames } from '../pupils/names';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { readNamed } from '../school/names';
import { readCategories } from '../school/read-categories';

type Watched = ReplyOf<typeof listing>;

const byName = new Intl.Collator(locale, { numeric: true });

/** Categories in which this person sees pupils (*View Pupils*), by their ids. */
export function seesPupilsIn({ group }: StaffActor): string[] {
  return [...group.rights].flatMap(([id, { viewPupils }]) => (viewPupils ? [id] : []));
}

/** Categories in which this person sees pupils and that are in use, in the school's order. */
export async function watchableBy(
  ground: Ground,
  viewer: StaffActor,
): Promise<{ id: string; name: string; colour: string }[]> {
  const own = new Set(seesPupilsIn(viewer));
  return (await readCategories(ground, viewer.schoolId))
    .filter(({ id, mergedInto, disabled }) => own.has(id) && mergedInto === null && !disabled)
    .map(({ id, name, colour }) => ({ id, name, colour }));
}

/** How one pupil is watched, as far as this person may know. */
export async function watchOf(ground: Ground, viewer: StaffActor, pupilId: string) {
  const { read } = ground.database;
  const here = { school_id: viewer.schoolId, pupil_id: pupilId };
  const own = await read('pupil_watchers')
    .where({ ...here, staff_id: viewer.staffId })
    .first('at');
  const ids = await read('watched_categories').where(here).pluck<string[]>('category_id');
  const watchable = await watchableBy(ground, viewer);
  return {
    watching: own !== undefined,
    watchedIn: watchable.filter(({ id }) => ids.includes(id)),
    watchable,
  };
}

/** The lists of watched pupils, only of those whose page this person may open; that they were shown is in the audit. */
export async function listWatched(ground: Ground, viewer: StaffActor): Promise<Watched> {
  const { read } = ground.database;
  const { schoolId, staffId } = viewer;
  const here = { school_id: schoolId };
  const own = await read('pupil_watchers')
    .where({ ...here, staff_id: staffId })
    .pluck<string[]>('pupil_id');
  const rows = await read('watched_categories').where(here).select('pupil_id', 'category_id');
  const shown = await showPupils(ground, viewer, [...own, ...rows.map(({ pupil_id }) => pupil_id)]);
  const listed = (ids: readonly string[]) =>
    ids.flatMap((id) => shown.get(id) ?? []).sort((one, other) => byName.compare(one.name, other.name));
  const watchable = await watchableBy(ground, viewer);
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'watched.shown',
      object: `school:${schoolId}`,
      facts: { pupils: [...shown.keys()] },
    }),
  );
  return {
    own: listed(own),
    categories: watchable
      .map((category) => ({
        ...category,
        pupils: listed(rows.flatMap((row) => (row.category_id === category.id ? row.pupil_id : []))),
      }))
      .filter(({ pupils }) => pupils.length > 0),
    keeps: can(viewer, 'pupil.keep', anyObject),
  };
}

async function showPupils(
  ground: Ground,
  viewer: StaffActor,
  ids: readonly string[],
): Promise<Map<string, Watched['own'][number]>> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const restrictions = await loadRestrictions(read, schoolId);
  const facts = await loadPupilFacts(read, schoolId, [...new Set(ids)]);
  const seen = [...facts.values()].filter((one) => maySeePupil(viewer, { ...one, schoolId }, restrictions));
  const names = await readPupilNames(
    read,
    ground,
    schoolId,
    seen.map(({ pupilId }) => pupilId),
  );
  const classes = await readNamed(read, ground, schoolId, 'classes');
  return new Map(
    seen.map(({ pupilId, classId }) => [
      pupilId,
      { id: pupilId, name: names.get(pupilId) ?? '', className: classes.get(classId) ?? null },
    ]),
  );
}
