import { corrections } from './screens/corrections';
import { lookAt } from './screens/look-at';
import { replies } from './screens/replies';
import { roll } from './screens/roll';

lookAt([...roll, ...replies, ...corrections]);
