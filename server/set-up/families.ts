import { pupilKey, type PlannedPupil } from './school-plan';

/** Brothers and sisters by each one's key: "Sibling of" names one, and whoever shares one is a sibling of all of them. */
export function familiesOf(
  pupils: readonly Pick<PlannedPupil, 'upn' | 'pupilId' | 'siblingOf'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const families = new Map<string, Set<string>>();
  for (const pupil of pupils) {
    if (!pupil.siblingOf) continue;
    const [own, other] = [pupilKey(pupil), pupil.siblingOf];
    const together = new Set([own, other, ...(families.get(own) ?? []), ...(families.get(other) ?? [])]);
    for (const member of together) families.set(member, together);
  }
  return families;
}
