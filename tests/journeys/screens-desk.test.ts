import { account } from './screens/account';
import { actions } from './screens/actions';
import { desk } from './screens/desk';
import { lookAt } from './screens/look-at';
import { pupilPage } from './screens/pupil-page';
import { sites } from './screens/sites';

lookAt([...desk, ...pupilPage, ...actions, ...account, ...sites]);
