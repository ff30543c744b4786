import { account } from './screens/account';
import { desk } from './screens/desk';
import { lookAt } from './screens/look-at';
import { sites } from './screens/sites';

lookAt([...desk, ...account, ...sites]);
