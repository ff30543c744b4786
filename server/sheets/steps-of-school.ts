import { schoolFacts } from './rows-of-school';
import type { StepsOf } from './steps';

/** Places, agencies and what the school says of itself. */
export const stepsOfSchool: StepsOf<'Places' | 'Agencies' | 'School'> = {
  *Places(row) {
    yield { kind: 'place.add', name: row.title };
  },

  *Agencies(row) {
    yield { kind: 'agency.add', name: row.title };
  },

  *School(row) {
    yield { kind: 'school.details', set: schoolFacts(row) };
  },
};
