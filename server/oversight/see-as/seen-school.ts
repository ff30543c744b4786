import type { Seen, SeenCategory, SeenPlace } from '../../../protocol/see-as';
import type { StaffActor } from '../../access/actor';
import { sightOf, type ClassRestrictions } from '../../access/concern';
import type { Place } from '../../access/reach';
import { foundRights } from '../../access/rights';
import type { Ground } from '../../ground';
import { readInOrder } from '../../school/names';
import { loadPermissions } from '../../school/load-group';
import { readCategories } from '../../school/read-categories';
import { askAs } from './asked-concern';

type Shown = Pick<Seen, 'places' | 'categories' | 'readsUnsorted' | 'classes'>;

/** Classes with pupils on roll, and categories, each with what the rules say of one person. */
export async function readSeenSchool(
  ground: Ground,
  actor: StaffActor,
  restrictions: ClassRestrictions,
): Promise<Shown> {
  const { schoolId, group } = actor;
  const reader = ground.database.read;
  const [rooms, all, permissions] = await Promise.all([
    readRooms(ground, schoolId),
    readCategories(ground, schoolId),
    loadPermissions(reader, schoolId, group.id),
  ]);
  const ask = askAs(actor, restrictions);
  const places = rooms.places.length > 0 ? rooms.places : [null];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const found = foundRights(all, permissions);
  const live = all.filter(({ mergedInto }) => mergedInto === null);
  const fromOf = (id: string): SeenCategory['from'] => {
    const from = found.get(id)?.from ?? null;
    return from === null || from === '*' ? from : { id: from, name: names.get(from) ?? '' };
  };
  const noRights = { viewPupils: false, viewConcerns: false, addConcerns: false };
  return {
    places: rooms.places.map((place) => ({
      ...shownPlace(place),
      sees: live.some((category) => ask(category, place)),
      ...shownSight(sightOf(actor, place, restrictions)),
    })),
    categories: live.map(({ id, name, colour, restricted, disabled }) => ({
      ...{ id, name, colour, restricted, disabled },
      ...(group.rights.get(id) ?? noRights),
      reads: places.some((place) => ask({ id, restricted }, place)),
      from: fromOf(id),
    })),
    readsUnsorted: places.some((place) => ask(null, place)),
    classes: rooms.classes,
  };
}

interface Room extends Place {
  readonly className: string;
  readonly yearName: string;
  readonly otherYear: string | null;
  readonly pupils: number;
}

const shownPlace = ({ classId, className, yearName, otherYear, pupils }: Room) => ({
  ...{ classId, className, yearName, otherYear, pupils },
});

const shownSight = (sight: ReturnType<typeof sightOf>): Pick<SeenPlace, 'allowed' | 'class' | 'year'> => ({
  allowed: sight.sees,
  class: sight.class,
  year: sight.year,
});

/** Open classes in the school's order, and each other year group in which a pupil of one stands. */
async function readRooms(
  ground: Ground,
  schoolId: string,
): Promise<{ places: Room[]; classes: { id: string; name: string }[] }> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [classes, years, rows, pupils] = await Promise.all([
    readInOrder(reader, ground, schoolId, 'classes'),
    readInOrder(reader, ground, schoolId, 'year_groups'),
    reader('classes').where(here).select('id', 'year_group_id', 'disabled_at'),
    reader('pupils')
      .where(here)
      .whereNull('left_at')
      .whereNull('joined_into')
      .select('class_id', 'year_group_id'),
  ]);
  const yearNames = new Map(years.map(({ id, name }) => [id, name]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const places = classes.flatMap(({ id, name }) => {
    const row = rowOf.get(id);
    const inside = pupils.filter((pupil) => pupil.class_id === id).map((pupil) => pupil.year_group_id);
    const open = row?.disabled_at === null ? [row.year_group_id] : [];
    return [...new Set([...open, ...inside])].map((year) => ({
      classId: id,
      yearGroupId: year,
      className: name,
      yearName: yearNames.get(year) ?? '',
      otherYear: year === row?.year_group_id ? null : (yearNames.get(year) ?? ''),
      pupils: inside.filter((one) => one === year).length,
    }));
  });
  const shown = new Set(places.map(({ classId }) => classId));
  return { places, classes: classes.filter(({ id }) => shown.has(id)) };
}
