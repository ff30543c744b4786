import { plural } from '../language';
import { quoteSome, type FaultWords } from './wording';

/** What the preview refuses or warns of, seen over all sheets together. */
export const wholeSchoolFaults = {
  /** @param missing parts of administration that nobody has */
  nobodyAdministers: (missing: readonly string[]): FaultWords => [
    `Nobody can administer this school: no person holds ${quoteSome(missing)}`,
    `Write ${missing.join(', ')} under Administration of a user group that somebody with an e-mail is in`,
  ],
  oneAdministers: (name: string): FaultWords => [
    `Only one person can administer this school: ${name}`,
    'Give a second person a user group with staff, groups under Administration',
  ],
  /** @param fallback the named fallback group, which has no members */
  alertsNobody: (categories: readonly string[], fallback: string | undefined): FaultWords => [
    `A concern in ${quoteSome(categories)} would alert nobody`,
    fallback === undefined
      ? 'Write the e-mail of the safeguarding lead, or name a fallback alert group'
      : `Give the alert group ${quoteSome([fallback])} members, or leave this empty for the lead and deputies`,
  ],
  oneLead: [
    'There is only one safeguarding lead, so nobody stands in for them',
    'Write the e-mail of at least one deputy',
  ] satisfies FaultWords,
};

const restrictedTypes = {
  class: { type: 'Class', inSentence: 'class' },
  'year group': { type: 'Year group', inSentence: 'year group' },
};
type RestrictedType = keyof typeof restrictedTypes;

/** Classes and year groups that a restriction hides from everybody. */
export const allowListFaults = {
  nobody: (type: RestrictedType, name: string): FaultWords => [
    `The ${restrictedTypes[type].inSentence} ${quoteSome([name])} has nobody on its list`,
    'Name user groups or staff, or write * under Allowed user groups for everyone',
  ],
  noRow: (type: RestrictedType, names: readonly string[]): FaultWords => [
    `${quoteSome(names)} ${plural(names.length, { one: 'has', other: 'have' })} no row, so nobody is on the list`,
    `Add a row of type ${restrictedTypes[type].type} for each; * means everyone`,
  ],
};
