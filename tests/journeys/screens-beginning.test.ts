import { beginning } from './screens/beginning';
import { lookAt } from './screens/look-at';

lookAt(beginning);
