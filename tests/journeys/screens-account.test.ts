import { account } from './screens/account';
import { lookAt } from './screens/look-at';
import { sites } from './screens/sites';

lookAt([...account, ...sites]);
