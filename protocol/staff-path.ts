/** Roles of the duty list. `named`: told of concerns about a member of staff, in place of the head. */
export const dutyRoles = ['lead', 'deputy', 'head', 'chair', 'named'] as const;
export type DutyRole = (typeof dutyRoles)[number];

/**
 * Who is told of a concern about a member of staff, step by step (access.md, "about a member of staff"): whom the school
 * has named, else the head; about the head: the chair. The leads come last, so that no concern ever alerts no one.
 */
export const staffPath: readonly (readonly DutyRole[])[] = [
  ['named'],
  ['head'],
  ['chair'],
  ['lead', 'deputy'],
];

/** The holders of each step of the path, in the order of the duty list. */
export function stepsOf<Holder extends { readonly role: DutyRole }>(duty: readonly Holder[]): Holder[][] {
  return staffPath.map((roles) => duty.filter(({ role }) => roles.includes(role)));
}

/** The first step that leaves anybody; empty where none does. */
export function firstLeft<Holder>(
  steps: readonly (readonly Holder[])[],
  may: (holder: Holder) => boolean,
): Holder[] {
  return steps.map((step) => step.filter(may)).find((step) => step.length > 0) ?? [];
}
