import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { ConcernActionRow } from '../storage/rows/records';
import { coverText, readCovers } from './covers';

/** What an action or the reason of a decision says, with what leads have covered. */
export function openActionText(
  ground: Ground,
  schoolId: string,
  { id, text, covers }: Pick<ConcernActionRow, 'id' | 'text' | 'covers'>,
): string | null {
  const cells = cellsOf(ground.keys, schoolId, 'concern_actions');
  const whole = cells.open(id, 'text', text);
  return whole === null ? null : coverText(whole, readCovers(cells.open(id, 'covers', covers)));
}
