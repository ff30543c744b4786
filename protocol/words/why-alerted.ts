/** Why somebody was alerted to a concern, as a lead reads it. By the code that is kept. */
const plain: Readonly<Record<string, string>> = {
  'by-hand': 'Named by the person who recorded it',
  fallback: 'Safeguarding leads: nobody else would have been alerted',
  'quarantine-lead': 'Safeguarding lead: this record needs checking',
  'handed-over': 'Handed over by somebody who left',
  given: 'Given to them by another lead',
  action: 'Named with an action that a lead added',
  'about-staff': 'About a member of staff: nobody else is told',
  watching: 'Watches this pupil',
  overdue: 'Something of theirs is late',
  addition: 'Whoever recorded it has written more',
  waiting: 'Nobody had taken it in time',
  head: 'Headteacher: nobody else could be alerted',
  chair: 'Chair: nobody else could be alerted',
};

export const whyAlerted = {
  /** @param code of a reason that needs no name beside it */
  plain: (code: string): string => plain[code] ?? 'Alerted',
  groupByHand: (group: string | undefined): string =>
    `${group ?? 'Alert group'}, named by the person who recorded it`,
  /** "Pastoral team, by rule: Neglect" */
  rule: (group: string | undefined, category: string | undefined): string =>
    `${group ? `${group}, by rule` : 'By rule'}: ${category ?? 'a category'}`,
  /** "In place of Jo Reed, away until 3 March 2027: ", before the reason why that person would be told */
  inPlaceOf: (name: string | undefined, until: string | null): string =>
    `In place of ${name ?? 'a colleague'}, away${until === null ? '' : ` until ${until}`}: `,
};
