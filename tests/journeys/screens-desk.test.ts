import { actions } from './screens/actions';
import { desk } from './screens/desk';
import { lookAt } from './screens/look-at';
import { pupilPage } from './screens/pupil-page';

lookAt([...desk, ...pupilPage, ...actions]);
