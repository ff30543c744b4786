import { account } from './screens/account';
import { actions } from './screens/actions';
import { desk } from './screens/desk';
import { lookAt } from './screens/look-at';
import { sites } from './screens/sites';

lookAt([...desk, ...actions, ...account, ...sites]);
