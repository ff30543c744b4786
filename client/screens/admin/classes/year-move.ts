import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils } from '../../../../protocol/pupils';
import type { RollMove } from '../../../../protocol/changes/pupils';

type List = ReplyOf<typeof listPupils>;
type Place = RollMove['moves'][number]['from'];

/** Pupils on roll who stand in one class and one year group; a mixed class makes several. */
export interface Stand extends Place {
  readonly key: string;
  readonly pupilIds: readonly string[];
}
/** Where a stand goes: a place's key, or one of these two. */
export const STAYS = 'stays';
export const LEAVES = 'leaves';

export const keyOf = ({ classId, yearGroupId }: Place): string => `${classId} ${yearGroupId}`;

/** Every class and year group with pupils on roll, oldest year group first. */
export function standsOf(list: List): Stand[] {
  const stands = new Map<string, { place: Place; pupilIds: string[] }>();
  for (const { id, classId, yearGroupId, leftOn } of list.pupils) {
    if (leftOn !== null) continue;
    const place = { classId, yearGroupId };
    const stand = stands.get(keyOf(place)) ?? { place, pupilIds: [] };
    stand.pupilIds.push(id);
    stands.set(keyOf(place), stand);
  }
  const years = list.yearGroups.map(({ id }) => id);
  const classes = list.classes.map(({ id }) => id);
  return [...stands]
    .map(([key, { place, pupilIds }]) => ({ key, ...place, pupilIds }))
    .sort(
      (a, b) =>
        years.indexOf(b.yearGroupId) - years.indexOf(a.yearGroupId) ||
        classes.indexOf(a.classId) - classes.indexOf(b.classId),
    );
}

/** Places that pupils may be moved to: every open class, and for a mixed one its other year group. */
export function targetsOf(list: List, stand: Stand): Place[] {
  const open = list.classes
    .filter(({ closed }) => !closed)
    .map(({ id, yearGroupId }) => ({ classId: id, yearGroupId }));
  const next = nextYear(list, stand.yearGroupId);
  const mixed = next === null ? [] : [{ classId: stand.classId, yearGroupId: next }];
  const all = [...open, ...mixed].filter((place) => keyOf(place) !== stand.key);
  return [...new Map(all.map((place) => [keyOf(place), place])).values()];
}

/** What is proposed: the oldest year leaves, 3B becomes 4B, and where the names say nothing the classes go in order. */
export function proposal(list: List, stands: readonly Stand[]): Map<string, string> {
  return new Map(stands.map((stand) => [stand.key, proposed(list, stand)]));
}

function proposed(list: List, stand: Stand): string {
  const next = nextYear(list, stand.yearGroupId);
  if (next === null) return LEAVES;
  const own = list.classes.find(({ id }) => id === stand.classId);
  const among = list.classes.filter(({ yearGroupId, closed }) => yearGroupId === next && !closed);
  // In a mixed class the younger half goes on in it.
  if (own && own.yearGroupId !== stand.yearGroupId) return keyOf({ classId: own.id, yearGroupId: next });
  const named = among.find(({ name }) => name === oneUp(own?.name ?? ''));
  const beside = list.classes.filter(
    ({ yearGroupId, closed }) => yearGroupId === stand.yearGroupId && !closed,
  );
  const to =
    named ??
    (among.length === beside.length || among.length === 1
      ? among[
          Math.min(
            beside.findIndex(({ id }) => id === stand.classId),
            among.length - 1,
          )
        ]
      : undefined);
  return to ? keyOf({ classId: to.id, yearGroupId: next }) : STAYS;
}

/** "3B" → "4B": the first number one higher. */
function oneUp(name: string): string {
  return name.replace(/\d+/, (digits) => String(Number(digits) + 1));
}

/** The open year group above; null above the oldest. */
function nextYear({ yearGroups }: List, id: string): string | null {
  const open = yearGroups.filter((year) => !year.closed || year.id === id);
  return open[open.findIndex((year) => year.id === id) + 1]?.id ?? null;
}

/** The change that the choices make; null while nobody would move or leave. */
export function rollMoveOf(
  stands: readonly Stand[],
  chosen: ReadonlyMap<string, string>,
  leaving: { readonly staying: ReadonlySet<string>; readonly on: string; readonly destination: string },
): ({ kind: 'roll.move' } & RollMove) | null {
  const moves = stands.flatMap(({ key, classId, yearGroupId, pupilIds }) => {
    const to = chosen.get(key) ?? STAYS;
    if (to === STAYS || to === LEAVES) return [];
    const [toClass = '', toYear = ''] = to.split(' ');
    return [
      {
        from: { classId, yearGroupId },
        to: { classId: toClass, yearGroupId: toYear },
        pupilIds: [...pupilIds],
      },
    ];
  });
  const leavers = leaversOf(stands, chosen).filter((id) => !leaving.staying.has(id));
  if (moves.length + leavers.length === 0) return null;
  const { on, destination } = leaving;
  return {
    kind: 'roll.move',
    moves,
    leavers: leavers.length === 0 ? null : { pupilIds: leavers, on, destination: destination.trim() || null },
  };
}

/** Everybody of whom it is proposed that they leave. */
export function leaversOf(stands: readonly Stand[], chosen: ReadonlyMap<string, string>): string[] {
  return stands.flatMap(({ key, pupilIds }) => (chosen.get(key) === LEAVES ? pupilIds : []));
}
