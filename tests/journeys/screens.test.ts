import { lookAt } from './screens/look-at';
import { outside } from './screens/outside';
import { setUp } from './screens/set-up';
import { sharedTablet } from './screens/shared-tablet';

lookAt([...outside, ...sharedTablet, ...setUp]);
