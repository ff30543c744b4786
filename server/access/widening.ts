import type { Widening } from '../../protocol/changes/widening';
import { reachOf, type Gain, type SchoolAccess } from './reach';

/**
 * What anybody could read or be told after a change and not before; empty for a change that widens nothing. It is
 * worked out from everybody's reach and not from the kind of change, so that no change can be forgotten
 * (access.md, "raising one's own rights"). Pure.
 */
export function wideningOf(before: SchoolAccess, after: SchoolAccess): Widening[] {
  const was = reachOf(before);
  const gathered = new Map<string, { gain: Pick<Gain, 'code' | 'target'>; staff: Set<string> }>();
  const note = (gain: Pick<Gain, 'code' | 'target'>, staffId: string) => {
    const key = `${gain.code} ${gain.target ?? ''}`;
    const one = gathered.get(key) ?? { gain, staff: new Set() };
    one.staff.add(staffId);
    gathered.set(key, one);
  };
  for (const [staffId, gains] of reachOf(after)) {
    const had = was.get(staffId);
    const readsAll = had !== undefined && readsEverything(before, had);
    for (const [key, gain] of gains) if (!had?.has(key) && !(readsAll && opens(gain))) note(gain, staffId);
  }
  for (const pair of before.connected) if (!after.connected.has(pair)) noteFreed(pair, after, note);
  return [...gathered.values()].map(({ gain, staff }) => ({
    code: gain.code,
    target: gain.target,
    staff: [...staff].sort(),
  }));
}

/** Somebody who is connected no longer may find that pupil again, unless they have left. */
function noteFreed(
  pair: string,
  after: SchoolAccess,
  note: (gain: Pick<Gain, 'code' | 'target'>, staffId: string) => void,
): void {
  const [pupilId = '', staffId = ''] = pair.split(' ');
  if (after.staff.some((person) => person.id === staffId && !person.disabled))
    note({ code: 'no-longer-connected', target: pupilId }, staffId);
}

/** Being told opens nothing to a lead who may read every category of every class already. */
function readsEverything(school: SchoolAccess, had: ReadonlyMap<string, Gain>): boolean {
  const has = (code: Gain['code']) => [...had.values()].filter((gain) => gain.code === code).length;
  return (
    has('lead') > 0 &&
    has('view-concerns') === school.categories.length &&
    has('sees-class') === school.places.length
  );
}

function opens({ code }: Gain): boolean {
  return code === 'told' || code === 'alert-group' || code === 'fallback';
}
