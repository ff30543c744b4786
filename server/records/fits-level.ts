import type { LevelChoice } from '../../protocol/concern-actions';
import type { ConcernRow } from '../storage/rows/records';

/** Whether a concern has the level that is looked for. @param wanted undefined: any */
export function fitsLevel(level: ConcernRow['level'], wanted: LevelChoice | undefined): boolean {
  return wanted === undefined || (level ?? 'none') === wanted;
}
