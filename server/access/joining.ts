import type { ClassRestrictions, ConcernFacts } from './concern';
import { isApart } from './staff-path';

/**
 * Whether the text of one record may stand in another one without being read by anybody whom the first one keeps it from
 * (access.md, "linked pupils: linking never widens rights"). Both are about pupils, or both about staff; whoever is barred
 * from the first is barred from the other; a restricted category of the first is one of the other; and where lists say
 * who sees which class, the other is about the same pupils. Pure.
 */
export function mayStandIn(joined: ConcernFacts, into: ConcernFacts, rules: ClassRestrictions): boolean {
  return (
    (joined.keptBy === null) === (into.keptBy === null) &&
    barredFrom(joined).every((staffId) => !isApart(staffId, into)) &&
    restrictedOf(joined).every((id) => restrictedOf(into).includes(id)) &&
    (!hasLists(rules) || pupilsOf(joined).every((id) => pupilsOf(into).includes(id)))
  );
}

function barredFrom({ aboutStaff, pupils }: ConcernFacts): string[] {
  return [...aboutStaff, ...pupils.flatMap(({ connectedStaff }) => [...connectedStaff])];
}

function restrictedOf({ categories }: ConcernFacts): string[] {
  return categories.filter(({ restricted }) => restricted).map(({ id }) => id);
}

function pupilsOf({ pupils }: ConcernFacts): string[] {
  return pupils.map(({ pupilId }) => pupilId);
}

const hasLists = ({ classes, years }: ClassRestrictions): boolean => classes !== null || years !== null;
