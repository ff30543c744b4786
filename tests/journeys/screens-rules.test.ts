import { lookAt } from './screens/look-at';
import { rules } from './screens/rules';

lookAt(rules);
