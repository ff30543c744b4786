import type { SheetStory } from '../../story';
import { fromCpoms } from './from-cpoms';
import { knownProblems } from './known-problems';
import { lostPhone, recoveryCode } from './lost-phone';
import { questionsOfAdministrators, questionsOfStaff } from './questions';
import { security } from './security';
import { severalSchools } from './several-schools';
import { withoutANetwork } from './without-a-network';

/** After the walk-throughs, whose school they find. Further schools of the server come last: pages say so. */
export const sheetStories: readonly SheetStory[] = [
  withoutANetwork,
  questionsOfStaff,
  questionsOfAdministrators,
  security,
  lostPhone,
  recoveryCode,
  fromCpoms,
  knownProblems,
  severalSchools,
];
