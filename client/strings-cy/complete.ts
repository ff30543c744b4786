import type * as rolesEnglish from '../../protocol/words/roles';
import type * as roles from '../../protocol/words-cy/roles';
import type * as aboutAdultEnglish from '../strings/about-adult';
import type * as aboutAdult from './about-adult';
import type * as componentsEnglish from '../strings/components';
import type * as components from './components';
import type * as dashboardEnglish from '../strings/dashboard';
import type * as dashboard from './dashboard';
import type * as deviceEnglish from '../strings/device';
import type * as device from './device';
import type * as draftEnglish from '../strings/draft';
import type * as draft from './draft';
import type * as faultsEnglish from '../strings/faults';
import type * as faults from './faults';
import type * as filesEnglish from '../strings/files';
import type * as files from './files';
import type * as lockEnglish from '../strings/lock';
import type * as lock from './lock';
import type * as logInEnglish from '../strings/log-in';
import type * as logIn from './log-in';
import type * as mineEnglish from '../strings/mine';
import type * as mine from './mine';
import type * as nearDaysEnglish from '../strings/near-days';
import type * as nearDays from './near-days';
import type * as recordEnglish from '../strings/record';
import type * as record from './record';
import type * as shellEnglish from '../strings/shell';
import type * as shell from './shell';
import type * as slipEnglish from '../strings/slip';
import type * as slip from './slip';
import type * as statusEnglish from '../strings/status';
import type * as status from './status';
import type * as unlockPasskeyEnglish from '../strings/unlock-passkey';
import type * as unlockPasskey from './unlock-passkey';

/** The English words with every sentence free to be another one. */
type Said<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Said<Answer>
    : { readonly [Name in keyof Words]: Said<Words[Name]> };

/** Does not compile unless the Welsh module says all that the English one says. */
type Complete<English, Welsh extends Said<English>> = Welsh;

/**
 * What is said in Welsh: a sentence that is missing here, or asks for other things, does not compile. A module that has none is
 * heard in English (tools/language/).
 */
export interface Welsh {
  aboutAdult: Complete<typeof aboutAdultEnglish, typeof aboutAdult>;
  components: Complete<typeof componentsEnglish, typeof components>;
  dashboard: Complete<typeof dashboardEnglish, typeof dashboard>;
  device: Complete<typeof deviceEnglish, typeof device>;
  draft: Complete<typeof draftEnglish, typeof draft>;
  faults: Complete<typeof faultsEnglish, typeof faults>;
  files: Complete<typeof filesEnglish, typeof files>;
  lock: Complete<typeof lockEnglish, typeof lock>;
  logIn: Complete<typeof logInEnglish, typeof logIn>;
  mine: Complete<typeof mineEnglish, typeof mine>;
  nearDays: Complete<typeof nearDaysEnglish, typeof nearDays>;
  record: Complete<typeof recordEnglish, typeof record>;
  shell: Complete<typeof shellEnglish, typeof shell>;
  slip: Complete<typeof slipEnglish, typeof slip>;
  status: Complete<typeof statusEnglish, typeof status>;
  unlockPasskey: Complete<typeof unlockPasskeyEnglish, typeof unlockPasskey>;
  roles: Complete<typeof rolesEnglish, typeof roles>;
}
