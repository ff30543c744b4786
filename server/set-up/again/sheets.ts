import { yesNo } from '../../sheets/sheet-row';
import type { Planned } from '../plan-school';
import type { SchoolPlan } from '../school-plan';

/** A spreadsheet without faults. */
export interface Sheets extends Pick<Planned, 'says'> {
  readonly plan: SchoolPlan;
}

/** A flag under a heading; a column that is not there says nothing. */
export function flagOf({ says }: Sheets, heading: string, flag: boolean): string {
  return says.has(heading) ? yesNo(flag) : '';
}
