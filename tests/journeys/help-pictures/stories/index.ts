import type { Story } from '../story';
import { alertGroups } from './alert-groups';
import { chronologyAndPdf } from './chronology-and-pdf';
import { classRestrictions } from './class-restrictions';
import { dealWithAConcern } from './deal-with-a-concern';
import { firstLogin } from './first-login';
import { keyAndElevation } from './key-and-elevation';
import { people } from './people';
import { readAnAlert } from './read-an-alert';
import { recordAConcern } from './record-a-concern';

/** In the order in which they stand under Help. */
export const stories: readonly Story[] = [
  firstLogin,
  recordAConcern,
  readAnAlert,
  keyAndElevation,
  dealWithAConcern,
  chronologyAndPdf,
  alertGroups,
  classRestrictions,
  people,
];
