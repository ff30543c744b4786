import type { Widening } from '../../protocol/changes/widening';
import { noteCrossings, type Note } from './crossings';
import { EVERYWHERE, keyOf, reachOf, type Gain, type SchoolAccess } from './reach';

/**
 * What anybody could read or be told after a change and not before; empty for a change that widens nothing. It is
 * worked out from everybody's reach and not from the kind of change, so that no change can be forgotten
 * (access.md, "raising one's own rights"). Pure.
 */
export function wideningOf(before: SchoolAccess, after: SchoolAccess): Widening[] {
  const gathered = new Map<string, { gain: Pick<Gain, 'code' | 'target'>; staff: Set<string> }>();
  const note: Note = ({ code, target }, staffId) => {
    const key = `${code} ${target ?? ''}`;
    const one = gathered.get(key) ?? { gain: { code, target }, staff: new Set() };
    one.staff.add(staffId);
    gathered.set(key, one);
  };
  const was = reachOf(before);
  const isEmpty = newCategories(before);
  for (const [staffId, gains] of reachOf(after)) {
    const had = was.get(staffId);
    const readsAll = had !== undefined && readsEverything(before, had);
    for (const gain of gains.values()) {
      if (!(had && holds(before, had, gain)) && !(readsAll && opens(gain)) && !isEmpty(gain))
        note(gain, staffId);
    }
  }
  noteCrossings({ before, after }, note, (staffId) => readsEverything(before, was.get(staffId)));
  return [...gathered.values()].map(({ gain, staff }) => ({ ...gain, staff: [...staff].sort() }));
}

const ofCategories: ReadonlySet<Gain['code']> = new Set([
  'view-concerns',
  'view-pupils',
  'restricted-beside',
  'told',
]);

/** In a category that was added just now nothing is recorded: nobody gains anything to read by it. */
function newCategories(before: SchoolAccess): (gain: Gain) => boolean {
  const known = new Set(before.categories.map(({ id }) => id));
  return ({ code, target }) => ofCategories.has(code) && target !== null && !known.has(target);
}

/** Somebody has a thing already: itself, or what reaches further. */
function holds(school: SchoolAccess, had: ReadonlyMap<string, Gain>, gain: Gain): boolean {
  if (had.has(keyOf(gain))) return true;
  if (gain.code === 'sees-class') return had.has(keyOf({ ...gain, target: null }));
  if (gain.code !== 'told') return false;
  if (had.has(keyOf({ ...gain, detail: EVERYWHERE }))) return true;
  return isToldOfYears(school, had, gain);
}

/** Whoever is told of the year group is told of its classes. */
function isToldOfYears(school: SchoolAccess, had: ReadonlyMap<string, Gain>, gain: Gain): boolean {
  const places = school.places.filter(({ classId }) => gain.detail === `class:${classId}`);
  const told = places.every(({ yearGroupId }) => had.has(keyOf({ ...gain, detail: `year:${yearGroupId}` })));
  return places.length > 0 && told;
}

/** Being told opens nothing to a lead who may read every category of every class already. */
function readsEverything(school: SchoolAccess, had: ReadonlyMap<string, Gain> | undefined): boolean {
  if (!had) return false;
  const gains = [...had.values()];
  const viewed = gains.filter(({ code }) => code === 'view-concerns').length;
  const sees = (kind: string) => had.has(keyOf({ code: 'sees-class', target: null, detail: kind }));
  return (
    gains.some(({ code }) => code === 'lead') &&
    viewed === school.categories.length &&
    sees('class') &&
    sees('year')
  );
}

function opens({ code }: Gain): boolean {
  return code === 'told' || code === 'alert-group' || code === 'fallback';
}
