import { lookAt } from './screens/look-at';
import { roll } from './screens/roll';

lookAt([...roll]);
