import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { SchoolPlan } from '../school-plan';

/** One import on its way: what every step of it needs, and the ids that earlier steps found. */
export interface Importing {
  readonly trx: Transaction;
  readonly ground: Ground;
  readonly plan: SchoolPlan;
  readonly schoolId: string;
  readonly at: string;
  /** Rows added and changed, by noun, for the audit and the preview's answer. */
  readonly counts: Record<string, { added: number; changed: number }>;
}

/** Blind index of a name or key within the school. */
export function indexOf(importing: Importing, what: string, value: string): string {
  return importing.ground.keys.blindIndex(importing.schoolId, what, value);
}

/** Looks up what an earlier step must have made. @throws when the plan was not checked */
export function plannedOf<Thing>(things: ReadonlyMap<string, Thing>, match: string): Thing {
  const thing = things.get(match);
  if (thing === undefined) throw new Error('the plan names something that it does not hold');
  return thing;
}
