import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { RestrictionType } from '../../../../protocol/class-restrictions';

export type Type = 'class' | 'year';
export type Target = RestrictionType['targets'][number];
export type Allows = ChangeOf<'restriction.set'>['allows'];

/** What stands in the list of one class or year group. */
export interface ListFacts {
  /** null: it has none */
  readonly allows: Allows | null;
  /** How many groups, and people who have not left, are on it. */
  readonly count: number;
  readonly unsaved: boolean;
}

/** The list as it is saved, or as it would be after the change that is not saved yet. */
export function listOf(target: Target, change: Change | undefined): ListFacts {
  const saved = savedAllows(target);
  const allows = change?.kind === 'restriction.set' ? change.allows : saved;
  const left = new Set((target.list?.staff ?? []).filter((one) => one.left).map(({ id }) => id));
  const count =
    allows === null || allows === 'everyone'
      ? 0
      : allows.groups.length + allows.staff.filter((id) => !left.has(id)).length;
  return { allows, count, unsaved: change !== undefined };
}

export function savedAllows({ list }: Target): Allows | null {
  if (list === null) return null;
  if (list.everyone) return 'everyone';
  return { groups: list.groups.map(({ id }) => id), staff: list.staff.map(({ id }) => id) };
}

/** The change that sets a list; null where it is again as it is saved. */
export function changeOfList(type: Type, target: Target, allows: Allows): Change | null {
  const saved = savedAllows(target);
  if (saved !== null && keyOf(saved) === keyOf(allows)) return null;
  return { kind: 'restriction.set', type, targetId: target.id, allows };
}

function keyOf(allows: Allows): string {
  return allows === 'everyone'
    ? allows
    : [...allows.groups].sort().join() + '|' + [...allows.staff].sort().join();
}
