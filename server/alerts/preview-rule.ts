import { recipientsOf } from './recipients';
import type { AlertedConcern, AlertRule, Recipient, SchoolRules } from './rules';

/** How often one rule would have told one person. */
export interface Told {
  readonly staffId: string;
  /** The rule's groups that bring this person in. */
  readonly groups: ReadonlySet<string>;
  readonly alerts: number;
  /** Concerns of the rule of which this person would not have been told. */
  readonly leftOut: number;
}

export interface Preview {
  /** Concerns that the rule covers. */
  readonly concerns: number;
  readonly alerts: number;
  readonly people: readonly Told[];
}

/** What one rule would have sent for these concerns, the school being as it is today. Pure. */
export function previewOf(
  rule: AlertRule,
  concerns: readonly AlertedConcern[],
  school: SchoolRules,
): Preview {
  const alone = { ...school, rules: [rule] };
  const people = new Map<string, { groups: Set<string>; alerts: number; leftOut: number }>();
  let covered = 0;
  for (const concern of concerns) {
    const meant = byRule(recipientsOf(withoutExclusions(concern), alone));
    if (meant.length > 0) covered += 1;
    const told = new Set(byRule(recipientsOf(concern, alone)).map(({ staffId }) => staffId));
    for (const { staffId, reasons } of meant) {
      const one = people.get(staffId) ?? { groups: new Set(), alerts: 0, leftOut: 0 };
      for (const { groupId } of reasons) if (groupId) one.groups.add(groupId);
      if (told.has(staffId)) one.alerts += 1;
      else one.leftOut += 1;
      people.set(staffId, one);
    }
  }
  const listed = [...people].map(([staffId, one]) => ({ staffId, ...one }));
  return { concerns: covered, alerts: listed.reduce((sum, { alerts }) => sum + alerts, 0), people: listed };
}

function byRule(recipients: readonly Recipient[]): Recipient[] {
  return recipients.flatMap(({ staffId, reasons }) => {
    const rules = reasons.filter(({ code }) => code === 'rule');
    return rules.length > 0 ? [{ staffId, reasons: rules }] : [];
  });
}

/** The same concern, written by nobody about pupils whom nobody is close to. */
function withoutExclusions(concern: AlertedConcern): AlertedConcern {
  const pupils = concern.pupils.map((pupil) => ({ ...pupil, connectedStaff: new Set<string>() }));
  return { ...concern, authorId: null, pupils };
}
