import type { DeviceBoard, Roll } from '../../../protocol/devices';
import { invented } from '../../strings/practice';
import { indexRoll } from '../../unlock/roll';
import type { Unlocked } from '../../unlock/unlocked';

/** No id of a school looks like this, and no envelope takes it: an invented pupil cannot get into a record. */
const idOf = (what: string): string => `practice:${what}`;

/** Two of them are brother and sister, so that "Add brother or sister" can be tried. */
const SIBLINGS: Readonly<Record<string, string>> = { Leo: 'Mina', Mina: 'Leo' };

/**
 * The person with invented pupils in the place of the school's own and no colleagues. What they may add in is theirs.
 * @param board as the school keeps it, for the categories where no roll has come yet
 */
export function practising(unlocked: Unlocked, board: DeviceBoard | null): Unlocked {
  const { className, year, surname } = invented;
  const roll: Roll = {
    madeAt: new Date(0).toISOString(),
    pupils: invented.pupils.map((first) => ({
      id: idOf(first),
      first,
      last: surname,
      preferred: null,
      className,
      teacher: null,
      year,
      classId: null,
      yearGroupId: null,
      siblings: first in SIBLINGS ? [idOf(SIBLINGS[first] ?? '')] : [],
    })),
    ownClasses: [className],
    // Nobody can be alerted by hand, not even in play.
    staff: [],
    alertGroups: [],
    mayAdd: unlocked.roll?.mayAdd ?? (board?.categories ?? []).map(({ id }) => id),
  };
  return { ...unlocked, roll, pupils: indexRoll(roll) };
}

/**
 * Categories, places and the duty list as they are, without anybody whom a record would reach: the form may name
 * nobody as whoever "will get this".
 */
export function reachingNobody(board: DeviceBoard | null): DeviceBoard | null {
  if (!board) return null;
  const categories = board.categories.map((category) => ({ ...category, goesTo: [], limited: [] }));
  return { ...board, categories, fallback: [], staffPath: [] };
}
